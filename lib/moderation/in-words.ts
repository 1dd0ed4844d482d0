import type { Case, OpenFlag, PersonRecord } from './case';
import type { FlagReason } from './forms';
import { flagReasons } from './reasons';

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const dayMs = 24 * 60 * 60 * 1000;

/** How long ago, roughly: what is asked of an account is whether it is new. */
export const ageInWords = (sinceMs: number, nowMs: number): string => {
  const days = Math.floor((nowMs - sinceMs) / dayMs);
  if (days < 1) return 'today';
  if (days < 60) return `${counted(days, 'day')} ago`;
  return days < 730
    ? `${counted(Math.floor(days / 30), 'month')} ago`
    : `${counted(Math.floor(days / 365), 'year')} ago`;
};

const roleWords = { learner: null, mentor: 'mentor', moderator: 'moderator', admin: 'admin' } as const;

/** What is to be known of an author at a glance, each a short phrase. */
export const recordInWords = (person: PersonRecord, nowMs: number): string[] =>
  [
    person.isGuest ? 'guest' : roleWords[person.role],
    `joined ${ageInWords(person.joinedAt, nowMs)}`,
    counted(person.posts, 'post'),
    person.hiddenPosts > 0 && `${person.hiddenPosts} hidden`,
    person.upheldFlags > 0 && counted(person.upheldFlags, 'upheld report'),
    person.suspensions > 0 &&
      `suspended ${person.suspensions === 1 ? 'once' : `${person.suspensions} times`}`,
    person.suspended && 'suspended now',
  ].filter((phrase) => typeof phrase === 'string');

/** "3 reports: 2 spam, 1 rude" */
export const reportsInWords = (flags: readonly OpenFlag[]): string => {
  const reasons = [...new Set(flags.map(({ reason }) => reason))];
  const each = reasons.map((reason) => {
    const count = flags.filter((flag) => flag.reason === reason).length;
    return reasons.length === 1 ? flagReasons[reason].short : `${count} ${flagReasons[reason].short}`;
  });
  return `${counted(flags.length, 'report')}: ${each.join(', ')}`;
};

/** The reason that most reports give, the first among equals. */
export const mainReason = (flags: readonly OpenFlag[]): FlagReason | null => {
  const count = (reason: FlagReason) => flags.filter((flag) => flag.reason === reason).length;
  return flags.map(({ reason }) => reason).toSorted((a, b) => count(b) - count(a))[0] ?? null;
};

/** What a moderator may tell the author of a post, and somebody who is suspended for it, to begin with. */
export const suggestionsFor = ({ flags, hidden }: Pick<Case, 'flags' | 'hidden'>) => {
  const reason = mainReason(flags) ?? (hidden?.because === 'held' ? 'spam' : 'other');
  return { suggestion: flagReasons[reason].said, suspensionSuggestion: flagReasons[reason].saidOfPerson };
};

export const waitingInWords = (reports: number, reportedPosts: number, heldPosts: number): string =>
  [
    reports > 0 && `${counted(reports, 'report')} on ${counted(reportedPosts, 'post')}`,
    heldPosts > 0 && `${counted(heldPosts, 'post')} held`,
  ]
    .filter(Boolean)
    .join(' · ');
