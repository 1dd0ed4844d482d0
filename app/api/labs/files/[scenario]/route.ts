import { z } from 'zod';
import { handle } from '@/lib/http/handle';
import { saveByViewer } from '@/lib/labs/limits';
import { saveFiles } from '@/lib/labs/save-files';
import { WorkspaceFiles } from '@/lib/labs/workspace/workspace-files';

const SaveForm = z.object({ files: WorkspaceFiles, revision: z.int().nonnegative() });

/** Two balancers of 512 KiB each, as JSON, in which a line break takes two bytes. */
const maxBodyBytes = 3 * 1024 * 1024;

export const PUT = handle(
  {
    viewer: 'required',
    body: SaveForm,
    maxBodyBytes,
    limit: { ...saveByViewer, by: 'viewer' },
    errors: { 'unknown-scenario': 404 },
  },
  ({ body, params, viewer }) => saveFiles(viewer.id, params.scenario ?? '', body.files, body.revision),
);
