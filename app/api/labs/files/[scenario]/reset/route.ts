import { z } from 'zod';
import { Balancer } from '@/labs/protocol/names';
import { handle } from '@/lib/http/handle';
import { saveByViewer } from '@/lib/labs/limits';
import { resetFiles } from '@/lib/labs/reset-files';

export const POST = handle(
  {
    viewer: 'required',
    body: z.object({ balancer: Balancer }),
    limit: { ...saveByViewer, by: 'viewer' },
    errors: { 'unknown-scenario': 404, 'changed-meanwhile': 409 },
  },
  ({ body, params, viewer }) => resetFiles(viewer.id, params.scenario ?? '', body.balancer),
);
