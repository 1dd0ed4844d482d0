import { handle } from '@/lib/http/handle';
import { LockForm } from '@/lib/moderation/forms';
import { decideByViewer } from '@/lib/moderation/limits';
import { refusals, statusOfRefusal } from '@/lib/moderation/refusals';
import { setLocked } from '@/lib/moderation/set-locked';
import { readId } from '@/lib/questions/question';

export const PUT = handle(
  { viewer: 'required', body: LockForm, limit: { ...decideByViewer, by: 'viewer' }, errors: statusOfRefusal },
  async ({ body, params, viewer }) => {
    const id = readId(params.question);
    return id === null ? refusals.missing : setLocked(viewer, id, body);
  },
);
