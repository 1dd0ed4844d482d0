import { publicAddress } from '@/lib/config/public-address';
import { composeMail, type Block } from '@/lib/mail/compose-mail';
import { groupByThread, permalinkOf, type Notification } from '../notification';
import { say } from '../say';
import { countWords } from './count-words';

type Person = { email: string; name: string; digest: 'daily' | 'weekly' };

/** More than this nobody reads in a mail; the page has all of them. */
const mostShown = 40;

/** A mail program would make a link of it, in a mail that comes from us. */
const withoutAddresses = (text: string) =>
  text.replace(/\b(?:[a-z][a-z+.-]{1,15}:\/\/|www\.)\S+/gi, '(a link)');

const itemOf = (one: Notification) => ({
  words: withoutAddresses(one.words === '' ? say(one) : `${say(one)}: ${one.words}`),
  url: publicAddress() + (one.isReachable ? permalinkOf(one) : '/notifications'),
});

/**
 * What happened since the last one, by thread, newest first, in plain words. `unsubscribe` is the path with the token; the header
 * fields are those of RFC 2369 and RFC 8058, of which the second holds for https only.
 */
export const writeDigest = (person: Person, told: readonly Notification[], token: string) => {
  const shown = told.slice(0, mostShown);
  const rest = told.length - shown.length;
  const site = publicAddress();
  const query = new URLSearchParams({ token });
  const often = person.digest === 'daily' ? 'once a day' : 'once a week';
  const blocks: Block[] = [
    `Hello ${withoutAddresses(person.name)},`,
    'This happened where you asked, answered or follow, and you have not read it on the site yet.',
    ...groupByThread(shown).map(({ question, notifications }) => ({
      title: withoutAddresses(question.title),
      items: notifications.map(itemOf),
    })),
    ...(rest > 0 ? [{ words: `And ${rest} more on the site`, url: `${site}/notifications` }] : []),
    `You get such a mail at most ${often}, and only when there is something to tell.`,
    { words: 'Change how often', url: `${site}/account#mail` },
    { words: 'Get no such mails any more', url: `${site}/notifications/unsubscribe?${query}` },
  ];
  const subject = `System Design Mastery: ${countWords(told.map(({ kind }) => kind))}`;
  return {
    ...composeMail({ to: person.email, subject, blocks }),
    headers: {
      'List-Unsubscribe': `<${site}/api/notifications/unsubscribe?${query}>`,
      ...(site.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  };
};
