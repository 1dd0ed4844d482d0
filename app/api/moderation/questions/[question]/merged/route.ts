import { handle } from '@/lib/http/handle';
import { MergeForm } from '@/lib/moderation/forms';
import { decideByViewer } from '@/lib/moderation/limits';
import { refusals, statusOfRefusal } from '@/lib/moderation/refusals';
import { setMerged } from '@/lib/moderation/set-merged';
import { readId } from '@/lib/questions/question';

export const PUT = handle(
  {
    viewer: 'required',
    body: MergeForm,
    limit: { ...decideByViewer, by: 'viewer' },
    errors: statusOfRefusal,
  },
  async ({ body, params, viewer }) => {
    const id = readId(params.question);
    return id === null ? refusals.missing : setMerged(viewer, id, body);
  },
);
