import type { FoundLink } from './link';

/** What a page says about a link that does not work: never whose it was. */
export const whyNot = (link: FoundLink | null): string => {
  if (link?.state === 'used') return 'This link was used already. Each one works once.';
  if (link?.state === 'expired') return 'This link is too old: it had its time and was not used.';
  return 'This link does not work. Perhaps a newer one took its place, or a part of it was lost on the way out of the mail.';
};
