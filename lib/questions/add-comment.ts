import 'server-only';
import { success } from '@/lib/outcome/outcome';
import type { CommentForm } from './forms';
import { refusals } from './refusals';
import { insertComment } from './store';
import { takeTurn, type Actor } from './take-turn';

/** Remarks on a question or on one of its answers. The same form sent twice is one comment. */
export const addComment = async (actor: Actor, questionId: number, form: CommentForm) => {
  const turn = await takeTurn('comment', actor);
  if (!turn.ok) return turn;
  const inserted = await insertComment(actor.viewer.id, questionId, form);
  if (!inserted) return refusals.deleted;
  return inserted.isSame ? success({ id: inserted.id }) : refusals.otherWords;
};
