import 'server-only';
import { success } from '@/lib/outcome/outcome';
import { refusals } from './refusals';
import { deleteCommentRow } from './store';

/** Deletes a comment of one's own. */
export const deleteComment = async (viewerId: string, id: number) => {
  const result = await deleteCommentRow(viewerId, id);
  if (result === 'done') return success(undefined);
  return result === 'missing' ? refusals.missing : refusals.notYours;
};
