import 'server-only';
import { success } from '@/lib/outcome/outcome';
import type { CommentForm } from './forms';
import { judgeWords } from './judge-words';
import { refusals } from './refusals';
import { insertComment } from './store';
import { takeTurn, type Actor } from './take-turn';

/** Remarks on a question or on one of its answers. The same form sent twice is one comment. `held`: why it waits for a moderator. */
export const addComment = async (actor: Actor, questionId: number, form: CommentForm) => {
  const turn = await takeTurn('comment', actor);
  if (!turn.ok) return turn;
  const reasons = await judgeWords(actor.viewer, form.body);
  const inserted = await insertComment(actor.viewer.id, questionId, form, reasons);
  if (inserted === 'locked') return refusals.locked;
  if (!inserted) return refusals.deleted;
  const { id, isSame, held } = inserted;
  return isSame ? success({ id, ...(held !== null && { held }) }) : refusals.otherWords;
};
