type Hidden = { hiddenBecause: string | null; hiddenWords: string | null };

/** Why a post waits for a moderator; null: it does not. */
export const heldOf = ({ hiddenBecause, hiddenWords }: Hidden): string | null =>
  hiddenBecause === 'held' ? (hiddenWords ?? '') : null;

/**
 * Why a post waits once its author changed it, `held` being the reasons against its new words: one that waited goes on waiting,
 * and one that a moderator hid is looked at again. Null: it is shown.
 */
export const heldAfterEdit = (was: Hidden, held: string | null): string | null => {
  if (was.hiddenBecause !== 'moderated') return held ?? heldOf(was);
  const again = `a moderator hid it (“${was.hiddenWords ?? ''}”), and you changed it since`;
  return [again, held].filter(Boolean).join('; ');
};
