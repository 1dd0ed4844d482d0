import 'server-only';
import { mayModerate } from '@/lib/accounts/roles';
import type { Viewer } from '@/lib/accounts/viewer';
import { success } from '@/lib/outcome/outcome';
import { questionPath } from '@/lib/questions/question';
import type { MergeForm } from './forms';
import { mergeRow, unmergeRow, type MergeResult } from './merge/store';
import { doneBefore, refusals } from './refusals';

const outcomeOf = (result: MergeResult) => {
  if (typeof result === 'object')
    return 'done' in result ? success({ href: questionPath(result.done) }) : doneBefore(result.late);
  switch (result) {
    case 'missing':
      return refusals.missing;
    case 'not-mergeable':
      return refusals.notMergeable;
    case 'same-question':
      return refusals.sameQuestion;
    case 'circle':
      return refusals.circle;
    case 'author-deleted':
      return refusals.authorDeleted;
  }
};

/** Says into which question this one is merged; null takes it out again, with what it brought along. */
export const setMerged = async (moderator: Viewer, question: number, { into, reason }: MergeForm) => {
  if (!mayModerate(moderator)) return refusals.notModerator;
  const { id } = moderator;
  return outcomeOf(
    into === null ? await unmergeRow(id, question, reason) : await mergeRow(id, question, into, reason),
  );
};
