import { handle } from '@/lib/http/handle';
import { deleteComment } from '@/lib/questions/delete-comment';
import { changeByViewer } from '@/lib/questions/limits';
import { readId } from '@/lib/questions/question';
import { refusals, statusOfRefusal } from '@/lib/questions/refusals';

export const DELETE = handle(
  { viewer: 'required', limit: { ...changeByViewer, by: 'viewer' }, errors: statusOfRefusal },
  async ({ params, viewer }) => {
    const id = readId(params.comment);
    return id === null ? refusals.missing : deleteComment(viewer.id, id);
  },
);
