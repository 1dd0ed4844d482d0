import 'server-only';
import { refusal, success } from '@/lib/outcome/outcome';
import { takeTurn, type Actor } from '@/lib/questions/take-turn';
import { setFlagRow, findFlagRow } from './flags/store';
import type { FlagForm } from './forms';
import { refusals } from './refusals';

/** Reports a post to the moderators: one report of a person and a post, which changes while nobody has decided on it. */
export const flagPost = async (actor: Actor, form: FlagForm) => {
  const turn = await takeTurn('flag', actor);
  if (!turn.ok) return turn;
  const result = await setFlagRow(actor.viewer.id, form);
  switch (result) {
    case 'done':
      return success({ reason: form.reason, words: form.words });
    case 'missing':
      return refusals.missing;
    case 'own':
      return refusals.ownPost;
    case 'not-shown':
      return refusals.notShown;
    case 'resolved': {
      const flag = await findFlagRow(actor.viewer.id, form);
      return refusal('resolved', decidedWords(flag?.resolution === 'upheld'));
    }
  }
};

/** What somebody reads who reported a post before. */
export const decidedWords = (isUpheld: boolean) =>
  isUpheld
    ? 'A moderator looked at it after you reported it, and agreed with you.'
    : 'A moderator looked at it after you reported it, and left it as it is.';
