import { handle } from '@/lib/http/handle';
import { DeletedForm } from '@/lib/questions/forms';
import { changeByViewer } from '@/lib/questions/limits';
import { readId } from '@/lib/questions/question';
import { refusals, statusOfRefusal } from '@/lib/questions/refusals';
import { setCommentDeleted } from '@/lib/questions/set-comment-deleted';

export const PUT = handle(
  {
    viewer: 'required',
    body: DeletedForm,
    limit: { ...changeByViewer, by: 'viewer' },
    errors: statusOfRefusal,
  },
  async ({ body, params, viewer }) => {
    const id = readId(params.comment);
    return id === null ? refusals.missing : setCommentDeleted(viewer.id, id, body.isDeleted);
  },
);
