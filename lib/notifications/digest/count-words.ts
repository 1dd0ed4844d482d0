import type { NotificationKind } from '../notification';

const words: Record<NotificationKind, [one: string, many: string]> = {
  answered: ['1 new answer', 'new answers'],
  commented: ['1 new comment', 'new comments'],
  accepted: ['1 accepted answer of yours', 'accepted answers of yours'],
  moderated: ['1 word from a moderator', 'words from moderators'],
  flagResolved: ['1 report of yours was looked at', 'reports of yours were looked at'],
};
const order: readonly NotificationKind[] = ['answered', 'commented', 'accepted', 'moderated', 'flagResolved'];

/** “2 new answers, 1 new comment and 1 accepted answer of yours”. */
export const countWords = (kinds: readonly NotificationKind[]): string => {
  const parts = order.flatMap((kind) => {
    const count = kinds.filter((one) => one === kind).length;
    if (count === 0) return [];
    const [one, many] = words[kind];
    return [count === 1 ? one : `${count} ${many}`];
  });
  return [parts.slice(0, -1).join(', '), parts.at(-1) ?? ''].filter(Boolean).join(' and ');
};
