import type { ChangeKind, ThreadChange } from '../../live/thread-change';

/** What a page has heard of. `missed`: something happened while nobody listened. */
export type News = Omit<ThreadChange, 'what' | 'token'> & { what: ChangeKind | 'missed' };

/** Where a change shows, in pixels of the window. `isEdge`: something comes in there, and what is there stays as it is. */
export type Band = { top: number; bottom: number; isEdge: boolean };

const counted = (count: number, what: string) => `${count} new ${what}${count === 1 ? '' : 's'}`;

/**
 * What has come in, in words; empty: nothing that anybody waits for. `newAnswers` came while nobody listened. One's own is no
 * news.
 */
export const arrivalWords = (news: readonly News[], newAnswers = 0): string => {
  const others = news.filter(({ isOwn }) => !isOwn);
  const count = (kind: ChangeKind) => others.filter(({ what }) => what === kind).length;
  const [answers, comments] = [count('answered') + Math.max(0, newAnswers), count('commented')];
  const parts = [answers && counted(answers, 'answer'), comments && counted(comments, 'comment')].filter(
    Boolean,
  );
  if (parts.length > 0) return parts.join(' and ');
  if (count('locked') > 0) return 'This question takes no more answers';
  return count('accepted') > 0 ? 'The asker accepted an answer' : '';
};

/** What waits to be shown, in words. */
export const waitingWords = (news: readonly News[], newAnswers = 0): string => {
  const isPlain = news.every(({ what }) => what === 'edited' || what === 'removed' || what === 'uncommented');
  return (
    arrivalWords(news, newAnswers) ||
    (isPlain ? 'Something here was edited or removed' : 'This thread has changed')
  );
};

/** The first that came in, to go to. */
export const firstArrival = (news: readonly News[]): News | null =>
  news.find(({ isOwn, what }) => !isOwn && (what === 'answered' || what === 'commented')) ?? null;

/**
 * Whether showing a change would move or alter what a person is reading, so that it is offered and not done. `band` null: it
 * does not show on this page. `isBusy`: the person types or has text selected; then nothing in sight may move at all.
 */
export const mustAsk = (
  { isOwn, what, answer }: News,
  band: Band | null,
  view: { top: number; bottom: number },
  isBusy: boolean,
): boolean => {
  // Another title is another address, and the page begins anew.
  if (what === 'edited' && answer === null) return !isOwn || isBusy;
  if (isOwn) return false;
  if (what === 'missed') return true;
  if (what === 'locked' || what === 'unlocked') return isBusy;
  if (band === null || band.bottom < view.top || band.top > view.bottom) return false;
  return isBusy || !band.isEdge;
};
