import { destinationOf, isForeign, isShortener, type Destination } from './judge/hosts';
import { findLookalike, hasContact, hasPhone, hasUnseen, isShouted } from './judge/letters';
import { isRepeated } from './judge/repetition';
import { hasWallet } from './judge/wallets';

/** A text taken apart: `readWords` of the questions makes it of Markdown. */
export type Said = { links: readonly { url: string; words: string }[]; prose: string; code: string };

export type PastPosts = {
  /** Posts of the author that are shown, counted up to `firstPosts`. */
  shownPosts: number;
  /** What the author posted before, as it was typed. */
  earlier: readonly string[];
};

export type Reason = {
  rule:
    | 'early-link'
    | 'many-links'
    | 'shortened-link'
    | 'disguised-link'
    | 'repeated-text'
    | 'shouting'
    | 'unseen-characters'
    | 'lookalike-letters'
    | 'phone-number'
    | 'messenger-contact'
    | 'wallet';
  /** Completes "It waits for a moderator, because …". */
  words: string;
};

/** In so many first posts, a link to a site that nobody knows is looked at. */
export const firstPosts = 3;
const mostForeignLinks = 1;

type Rule = (said: Said, record: PastPosts, siteHost: string) => Reason | null;

const list = (hosts: readonly string[]) => [...new Set(hosts)].slice(0, 3).join(', ');

const foreignOf = (said: Said, siteHost: string): Destination[] =>
  said.links.flatMap(({ url }) => {
    const destination = destinationOf(url, siteHost);
    return destination && isForeign(destination) ? [destination] : [];
  });

const shownHost = (words: string) =>
  /^(?:https?:\/\/)?((?:[\w-]+\.)+[a-z]{2,})(?:[/:?#]|$)/i.exec(words.trim())?.[1];
const baseOf = (host: string) => host.toLowerCase().replace(/^www\./, '');

const rules: readonly Rule[] = [
  (said, { shownPosts }, siteHost) => {
    const hosts = foreignOf(said, siteHost).map(({ host }) => host);
    if (hosts.length > mostForeignLinks)
      return { rule: 'many-links', words: `it has several links to other sites (${list(hosts)})` };
    if (hosts.length === 0 || shownPosts >= firstPosts) return null;
    return {
      rule: 'early-link',
      words: `it links to ${list(hosts)}, and links to other sites in somebody’s first posts are looked at`,
    };
  },
  (said, _, siteHost) => {
    const found = foreignOf(said, siteHost).find(({ host }) => isShortener(host));
    return found ? { rule: 'shortened-link', words: `${found.host} hides where its link leads` } : null;
  },
  (said, _, siteHost) => {
    for (const { url, words } of said.links) {
      const shown = shownHost(words);
      const leadsTo = destinationOf(url, siteHost)?.host;
      if (shown && leadsTo && isForeign({ host: leadsTo, isFrontPage: false }) && baseOf(shown) !== leadsTo)
        return { rule: 'disguised-link', words: `a link reads ${shown} and leads to ${leadsTo}` };
    }
    return null;
  },
  ({ prose, code }, { earlier }) =>
    isRepeated(`${prose} ${code}`, earlier)
      ? { rule: 'repeated-text', words: 'you posted nearly the same text before' }
      : null,
  ({ prose }) =>
    isShouted(prose)
      ? { rule: 'shouting', words: 'most of it is capital letters or exclamation marks' }
      : null,
  ({ prose, code }) =>
    hasUnseen(`${prose}\n${code}`)
      ? { rule: 'unseen-characters', words: 'it holds characters that cannot be seen' }
      : null,
  ({ prose }) => {
    const word = findLookalike(prose);
    return word === null
      ? null
      : { rule: 'lookalike-letters', words: `“${word.slice(0, 30)}” mixes the letters of two alphabets` };
  },
  ({ prose }) => (hasPhone(prose) ? { rule: 'phone-number', words: 'it holds a phone number' } : null),
  ({ prose }) =>
    hasContact(prose) ? { rule: 'messenger-contact', words: 'it asks to go on in a messenger' } : null,
  ({ prose, code }) =>
    hasWallet(`${prose}\n${code}`) ? { rule: 'wallet', words: 'it holds the address of a wallet' } : null,
];

/**
 * Why a newcomer's post should be looked at before others see it; empty for nearly everything that people write. With
 * `before`, an edit: what the text held already is no reason again.
 */
export const judgePost = (
  said: Said,
  record: PastPosts,
  siteHost: string,
  before: Said | null = null,
): Reason[] => {
  const known = new Set(before?.links.map(({ url }) => destinationOf(url, siteHost)?.host));
  const links = said.links.filter(({ url }) => !known.has(destinationOf(url, siteHost)?.host));
  const reasons = rules.flatMap((rule) => rule({ ...said, links }, record, siteHost) ?? []);
  if (!before) return reasons;
  const earlier = new Set(judgePost(before, record, siteHost).map(({ rule }) => rule));
  const isLink = ({ rule }: Reason) => rule.endsWith('-link') || rule === 'many-links';
  return reasons.filter((reason) => isLink(reason) || !earlier.has(reason.rule));
};

/** The reasons as one sentence's end. */
export const reasonsInWords = (reasons: readonly Reason[]) => reasons.map(({ words }) => words).join('; ');
