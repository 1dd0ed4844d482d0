import 'server-only';
import { success } from '@/lib/outcome/outcome';
import { refusals } from './refusals';
import { setDeletedRow, type Kind } from './store';

/** Deletes or restores a question or an answer of one's own. Nothing is erased. */
export const setDeleted = async (viewerId: string, kind: Kind, id: number, isDeleted: boolean) => {
  const result = await setDeletedRow(kind, viewerId, id, isDeleted);
  if (result === 'done') return success({ isDeleted });
  return result === 'not-yours' ? refusals.notYours : refusals[result];
};
