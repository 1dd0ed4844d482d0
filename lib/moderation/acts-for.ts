import type { Act } from './acts';
import type { Case, PersonRecord } from './case';
import type { Moderator } from './moderator';

/** Whether a moderator may suspend somebody: colleagues are an admin's matter, oneself nobody's. */
export const maySuspend = (moderator: Moderator, person: Pick<PersonRecord, 'id' | 'role'>): boolean => {
  const isColleague = person.role === 'moderator' || person.role === 'admin';
  return person.id !== moderator.id && (!isColleague || moderator.role === 'admin');
};

/** What a moderator can do about a post as it stands, what is done most first. */
export const actsFor = (post: Case, moderator: Moderator): Act[] => {
  const isOwn = post.author?.id === moderator.id && moderator.role !== 'admin';
  const state = post.hidden?.because ?? 'shown';
  const isReported = post.flags.length > 0;
  const { author } = post;
  const able: readonly [Act, boolean][] = [
    ['approve', state === 'held' && !isOwn],
    ['refuse', state === 'held' && !isOwn],
    ['dismiss', isReported && !isOwn],
    ['hide', state === 'shown' && !isOwn],
    ['uphold', state === 'shown' && isReported && !isOwn],
    ['restore', state === 'moderated' && !isOwn],
    ['merge', post.kind === 'question' && state === 'shown' && !post.isDeleted],
    ['unmerge', post.kind === 'question' && state === 'merged' && post.question.mergedInto !== null],
    ['lock', !post.question.isLocked && post.question.isShown],
    ['unlock', post.question.isLocked],
    ['suspend', author !== null && author.suspended === null && maySuspend(moderator, author)],
  ];
  return able.flatMap(([act, isAble]) => (isAble ? [act] : []));
};
