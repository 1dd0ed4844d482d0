import 'server-only';
import { success } from '@/lib/outcome/outcome';
import { refusals } from './refusals';
import { setCommentDeletedRow } from './store';

/** Deletes or restores a comment of one's own. Nothing is erased. */
export const setCommentDeleted = async (viewerId: string, id: number, isDeleted: boolean) => {
  const result = await setCommentDeletedRow(viewerId, id, isDeleted);
  if (result === 'done') return success({ isDeleted });
  return result === 'missing' ? refusals.missing : refusals.notYours;
};
