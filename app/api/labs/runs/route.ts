import { z } from 'zod';
import { Balancer, RunId, ScenarioSlug } from '@/labs/protocol/names';
import { handle } from '@/lib/http/handle';
import { ticketByViewer } from '@/lib/labs/limits';
import { listRuns } from '@/lib/labs/list-runs';
import { originOf } from '@/lib/labs/request-origin';
import { startRun } from '@/lib/labs/start-run';
import { success } from '@/lib/outcome/outcome';

const StartForm = z.object({
  scenario: ScenarioSlug,
  balancer: Balancer,
  over: RunId.nullable().default(null),
});

export const POST = handle(
  {
    viewer: 'required',
    body: StartForm,
    limit: { ...ticketByViewer, by: 'viewer' },
    errors: { 'unknown-scenario': 404, 'unknown-run': 404, 'run-over': 409, 'labs-off': 503 },
  },
  ({ body, viewer, request }) => startRun({ ...body, learner: viewer.id, origin: originOf(request) }),
);

export const GET = handle({ viewer: 'required' }, async ({ viewer }) => success(await listRuns(viewer.id)));
