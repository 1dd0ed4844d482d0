import type { Act } from './acts';

type Button = {
  label: string;
  /** The key that presses it. */
  key: string;
  /** Whether a reason must be given; without one the key and Enter are enough. */
  needsReason: boolean;
  /** Asks for the reason. */
  asks: string;
  done: string;
};

/** Acts as the queue offers them. */
export const actButtons: Readonly<Record<Exclude<Act, 'lift' | 'unhide'>, Button>> = {
  dismiss: {
    label: 'Leave it',
    key: 'd',
    needsReason: false,
    asks: 'A word to those who reported it, if you like',
    done: 'Left as it is. Those who reported it are told.',
  },
  hide: {
    label: 'Hide',
    key: 'h',
    needsReason: true,
    asks: 'Why is it hidden?',
    done: 'Hidden. Its author is told why, and those who reported it that you agreed.',
  },
  uphold: {
    label: 'Ask to change',
    key: 'c',
    needsReason: true,
    asks: 'What should its author change?',
    done: 'It stays. Its author is asked to change it, and those who reported it are told.',
  },
  approve: {
    label: 'Show it',
    key: 'a',
    needsReason: false,
    asks: 'A word to its author, if you like',
    done: 'Everybody sees it now. Its author is told.',
  },
  refuse: {
    label: 'Refuse',
    key: 'r',
    needsReason: true,
    asks: 'Why is it not shown?',
    done: 'It stays hidden. Its author is told why.',
  },
  restore: {
    label: 'Show it again',
    key: 'a',
    needsReason: false,
    asks: 'A word to its author, if you like',
    done: 'Everybody sees it again. Its author is told.',
  },
  lock: {
    label: 'Lock the thread',
    key: 'l',
    needsReason: true,
    asks: 'Why is the thread locked? Everybody reads it there',
    done: 'Locked. The thread says why.',
  },
  unlock: {
    label: 'Open the thread',
    key: 'l',
    needsReason: false,
    asks: 'A word to the asker, if you like',
    done: 'The thread is open again.',
  },
  merge: {
    label: 'Merge',
    key: 'm',
    needsReason: true,
    asks: 'Why do they belong together?',
    done: 'Merged. Its answers and followers moved, and its address leads there.',
  },
  unmerge: {
    label: 'Take it out',
    key: 'm',
    needsReason: true,
    asks: 'Why do they stand apart again?',
    done: 'It stands alone again, with what the merge had moved.',
  },
  suspend: {
    label: 'Suspend',
    key: 's',
    needsReason: true,
    asks: 'Why is the account suspended? They read it when they sign in',
    done: 'Suspended. Every session of the account has ended.',
  },
};
export type ButtonAct = keyof typeof actButtons;
export const isButtonAct = (act: Act): act is ButtonAct => act in actButtons;
