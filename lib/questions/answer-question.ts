import 'server-only';
import { success } from '@/lib/outcome/outcome';
import type { AnswerForm } from './forms';
import { judgeWords } from './judge-words';
import { refusals } from './refusals';
import { findOwnRuns } from './runs/place-runs';
import { insertAnswer } from './store';
import { takeTurn, type Actor } from './take-turn';

/**
 * Answers a question that is shown. The same form sent twice is one answer. Runs of one's own in it become public. `held`: why
 * it waits for a moderator.
 */
export const answerQuestion = async (actor: Actor, questionId: number, form: AnswerForm) => {
  const turn = await takeTurn('answer', actor);
  if (!turn.ok) return turn;
  const [held, runs] = await Promise.all([
    judgeWords(actor.viewer, form.body),
    findOwnRuns(actor.viewer.id, form.body),
  ]);
  const inserted = await insertAnswer(actor.viewer.id, questionId, form, { held, runs });
  if (inserted === 'locked') return refusals.locked;
  if (!inserted) return refusals.deleted;
  const { id, isSame, held: because } = inserted;
  return isSame ? success({ id, ...(because !== null && { held: because }) }) : refusals.otherWords;
};
