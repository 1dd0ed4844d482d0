import type { PostKind } from './post';

/** What moderators do, as the audit trail names it. */
export const acts = [
  'dismiss',
  'uphold',
  'hide',
  'restore',
  'approve',
  'refuse',
  'lock',
  'unlock',
  'merge',
  'unmerge',
  'suspend',
  'lift',
  'unhide',
] as const;
export type Act = (typeof acts)[number];

/** What somebody did, after their name: "Mira hid this". */
export const actInWords: Readonly<Record<Act, string>> = {
  dismiss: 'dismissed the reports',
  uphold: 'agreed with the reports and kept it shown',
  hide: 'hid this',
  restore: 'showed this again',
  approve: 'approved this',
  refuse: 'refused this',
  lock: 'locked this thread',
  unlock: 'opened this thread again',
  merge: 'merged this question',
  unmerge: 'took this question out again',
  suspend: 'suspended this account',
  lift: 'lifted the suspension',
  unhide: 'showed the posts again that were hidden together',
};

/** The same about a post in the trail: "Mira hid the question …". */
export const actOnPost: Readonly<Record<Act, string>> = {
  dismiss: 'dismissed the reports of',
  uphold: 'agreed with the reports of, and kept,',
  hide: 'hid',
  restore: 'showed again',
  approve: 'approved',
  refuse: 'refused',
  lock: 'locked the thread of',
  unlock: 'opened the thread of',
  merge: 'merged',
  unmerge: 'took out again',
  suspend: 'suspended the author of',
  lift: 'lifted the suspension of the author of',
  unhide: 'showed again',
};

export const isAct = (text: string): text is Act => acts.some((act) => act === text);

const because = (sentence: string, reason: string) =>
  reason === '' ? `${sentence}.` : `${sentence}: ${reason}`;

/** What the author reads about an act on a post. The form shows it before it is sent. Null: the author is not told. */
export const wordsToAuthor = (act: Act, kind: PostKind, reason: string, into = ''): string | null => {
  switch (act) {
    case 'hide':
      return because(`A moderator hid your ${kind}`, reason);
    case 'refuse':
      return because(`A moderator read your ${kind} and does not show it`, reason);
    case 'restore':
    case 'unhide':
      return because(`A moderator shows your ${kind} again`, reason);
    case 'approve':
      return because(`A moderator read your ${kind}, and everybody sees it now`, reason);
    case 'uphold':
      return because(`A moderator agrees with a report of your ${kind} and asks you to change it`, reason);
    case 'lock':
      return because('A moderator locked the thread of your question', reason);
    case 'unlock':
      return because('A moderator opened the thread of your question again', reason);
    case 'merge':
      return because(`A moderator merged your question into “${into}”`, reason);
    case 'unmerge':
      return because(`A moderator took your question out of “${into}” again`, reason);
    default:
      return null;
  }
};

/** What those read who reported the post. */
export const wordsToReporter = (act: Act, kind: PostKind, reason: string): string => {
  const it = `the ${kind} that you reported`;
  switch (act) {
    case 'dismiss':
      return because(`A moderator read ${it} and left it as it is`, reason);
    case 'uphold':
      return `A moderator agreed about ${it}, and asked its author to change it.`;
    case 'merge':
      return `A moderator agreed about ${it}, and merged it into another one.`;
    default:
      return `A moderator agreed about ${it}, and hid it.`;
  }
};
