import 'server-only';
import { success } from '@/lib/outcome/outcome';
import { refusals } from './refusals';
import { acceptRow } from './store';

/** The asker says which answer solved it; null takes that back. At most one answer of a question is accepted. */
export const acceptAnswer = async (viewerId: string, questionId: number, answerId: number | null) => {
  const result = await acceptRow(viewerId, questionId, answerId);
  if (result === 'done') return success({ answer: answerId });
  return result === 'not-asker' ? refusals.notAsker : refusals[result];
};
