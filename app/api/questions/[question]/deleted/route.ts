import { handle } from '@/lib/http/handle';
import { DeletedForm } from '@/lib/questions/forms';
import { changeByViewer } from '@/lib/questions/limits';
import { readId } from '@/lib/questions/question';
import { refusals, statusOfRefusal } from '@/lib/questions/refusals';
import { setDeleted } from '@/lib/questions/set-deleted';

export const PUT = handle(
  {
    viewer: 'required',
    body: DeletedForm,
    limit: { ...changeByViewer, by: 'viewer' },
    errors: statusOfRefusal,
  },
  async ({ body, params, viewer }) => {
    const id = readId(params.question);
    return id === null ? refusals.missing : setDeleted(viewer.id, 'question', id, body.isDeleted);
  },
);
