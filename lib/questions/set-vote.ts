import 'server-only';
import { success } from '@/lib/outcome/outcome';
import { refusals } from './refusals';
import type { Kind } from './store';
import { setVoteRow } from './votes/store';
import { takeTurn, type Actor } from './take-turn';

/** Sets (never toggles) this person's vote, so that a click that arrives twice counts once. Answers with what is true now. */
export const setVote = async (actor: Actor, kind: Kind, id: number, isUp: boolean) => {
  const turn = await takeTurn('vote', actor);
  if (!turn.ok) return turn;
  const result = await setVoteRow(kind, actor.viewer.id, id, isUp);
  if (result === 'own') return refusals.ownPost;
  return typeof result === 'string' ? refusals[result] : success(result);
};
