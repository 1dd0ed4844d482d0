import 'server-only';
import { success } from '@/lib/outcome/outcome';
import { idPattern } from './note';
import { removeRow } from './store';

/** Deletes a note of the learner's own. One that is not there, or not theirs, is as good as deleted. */
export const removeNote = async (learner: string, id: string) => {
  if (idPattern.test(id)) await removeRow(learner, id);
  return success(undefined);
};
