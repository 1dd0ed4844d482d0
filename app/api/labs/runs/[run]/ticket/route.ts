import { RunId } from '@/labs/protocol/names';
import { handle } from '@/lib/http/handle';
import { issueTicket } from '@/lib/labs/issue-ticket';
import { ticketByViewer } from '@/lib/labs/limits';
import { originOf } from '@/lib/labs/request-origin';
import { refusal } from '@/lib/outcome/outcome';

export const POST = handle(
  {
    viewer: 'required',
    limit: { ...ticketByViewer, by: 'viewer' },
    errors: { 'unknown-run': 404, 'run-over': 409, 'labs-off': 503 },
  },
  async ({ params, viewer, request }) => {
    const run = RunId.safeParse(params.run);
    if (!run.success) return refusal('unknown-run', 'You have no such run. Start the lab again.');
    return issueTicket(viewer.id, run.data, originOf(request));
  },
);
