import 'server-only';
import { success } from '@/lib/outcome/outcome';
import type { AnswerForm } from './forms';
import { refusals } from './refusals';
import { findOwnRuns } from './runs/place-runs';
import { insertAnswer } from './store';
import { takeTurn, type Actor } from './take-turn';

/** Answers a question that is shown. The same form sent twice is one answer. Runs of one's own in it become public. */
export const answerQuestion = async (actor: Actor, questionId: number, form: AnswerForm) => {
  const turn = await takeTurn('answer', actor);
  if (!turn.ok) return turn;
  const inserted = await insertAnswer(
    actor.viewer.id,
    questionId,
    form,
    await findOwnRuns(actor.viewer.id, form.body),
  );
  if (!inserted) return refusals.deleted;
  return inserted.isSame ? success({ id: inserted.id }) : refusals.otherWords;
};
