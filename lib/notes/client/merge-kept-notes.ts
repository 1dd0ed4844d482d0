import { noteLimits } from '../note';
import { findKeptNotes, forgetNotes } from './kept-notes';
import { sendNotes } from './send-notes';

/**
 * Brings the notes that this browser kept into the signed-in account, in parts. What the account did not take (it is full, the
 * site does not answer) stays here and is offered again with the next page.
 */
export const mergeKeptNotes = async (viewer: string): Promise<void> => {
  for (const owner of [null, viewer]) {
    const notes = findKeptNotes(owner);
    for (let from = 0; from < notes.length; from += noteLimits.atOnce) {
      const part = notes.slice(from, from + noteLimits.atOnce);
      const sent = await sendNotes(part);
      if (!sent.ok) break;
      forgetNotes(owner, sent.kept, part);
    }
  }
};
