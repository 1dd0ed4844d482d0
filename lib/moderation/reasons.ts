import type { FlagReason } from './forms';

type Words = {
  /** As a reporter chooses it. */
  label: string;
  hint: string;
  /** In a list of reports. */
  short: string;
  /** What a moderator may tell the author, to begin with. */
  said: string;
  /** The same to somebody who is suspended for it; empty where that is no reason to suspend anybody. */
  saidOfPerson: string;
};

export const flagReasons: Readonly<Record<FlagReason, Words>> = {
  spam: {
    label: 'Spam',
    hint: 'It advertises, or was posted many times.',
    short: 'spam',
    said: 'It advertises something that has nothing to do with the lesson.',
    saidOfPerson: 'Advertising in several threads.',
  },
  rude: {
    label: 'Rude',
    hint: 'It attacks a person or a group.',
    short: 'rude',
    said: 'It attacks a person. Write about the matter.',
    saidOfPerson: 'Attacking other people.',
  },
  wrong: {
    label: 'Wrong or outdated',
    hint: 'Following it would do harm. If you know better, answer or comment, too.',
    short: 'wrong or outdated',
    said: 'What it says is not right any more.',
    saidOfPerson: '',
  },
  duplicate: {
    label: 'Duplicate',
    hint: 'The same was asked or said elsewhere; say where.',
    short: 'duplicate',
    said: 'It asks the same.',
    saidOfPerson: '',
  },
  private: {
    label: 'Private data',
    hint: 'It shows a secret, a password, an address or the like.',
    short: 'private data',
    said: 'It shows private data. Post it again without them.',
    saidOfPerson: 'Posting private data of others.',
  },
  other: { label: 'Something else', hint: 'Say what.', short: 'other', said: '', saidOfPerson: '' },
};
