import 'server-only';
import { questionPath } from './question';
import { findMergedIntoRow } from './read/store';

/** Where the address of a question leads that was merged into another; null: it was not. */
export const findMergedInto = async (id: number): Promise<string | null> => {
  const into = await findMergedIntoRow(id);
  return into && questionPath(into);
};
