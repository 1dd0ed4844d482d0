import { describe, expect, it } from 'vitest';
import {
  ageInWords,
  mainReason,
  recordInWords,
  reportsInWords,
  suggestionsFor,
  waitingInWords,
} from './in-words';
import type { FlagReason } from './forms';
import { flagReasons } from './reasons';

const day = 24 * 60 * 60 * 1000;
const flags = (...reasons: FlagReason[]) =>
  reasons.map((reason, at) => ({ id: at, reason, words: '', reporter: null, at: 0 }));

describe('what a moderator reads at a glance', () => {
  it('is how old an account is, roughly', () => {
    expect([0.5, 1, 20, 90, 800].map((days) => ageInWords(0, days * day))).toEqual([
      'today',
      '1 day ago',
      '20 days ago',
      '3 months ago',
      '2 years ago',
    ]);
  });

  it('is what an author did so far, without what is nothing', () => {
    const person = {
      id: 'x',
      name: 'Ada',
      role: 'learner',
      isGuest: true,
      joinedAt: 0,
      posts: 1,
      hiddenPosts: 0,
      upheldFlags: 0,
      suspensions: 0,
      suspended: null,
    } as const;
    expect(recordInWords(person, day)).toEqual(['guest', 'joined 1 day ago', '1 post']);
    const known = {
      ...person,
      isGuest: false,
      role: 'mentor',
      posts: 3,
      hiddenPosts: 2,
      upheldFlags: 1,
      suspensions: 2,
    } as const;
    expect(recordInWords({ ...known, suspended: { since: '', until: null, because: '' } }, day)).toEqual([
      'mentor',
      'joined 1 day ago',
      '3 posts',
      '2 hidden',
      '1 upheld report',
      'suspended 2 times',
      'suspended now',
    ]);
  });

  it('is how many reports there are and why', () => {
    expect(reportsInWords(flags('spam'))).toBe('1 report: spam');
    expect(reportsInWords(flags('spam', 'spam'))).toBe('2 reports: spam');
    expect(reportsInWords(flags('rude', 'spam', 'spam'))).toBe('3 reports: 1 rude, 2 spam');
    expect(waitingInWords(2, 1, 1)).toBe('2 reports on 1 post · 1 post held');
    expect(waitingInWords(0, 0, 2)).toBe('2 posts held');
  });

  it('begins with the reason that most reports give', () => {
    expect(mainReason(flags('rude', 'spam', 'spam'))).toBe('spam');
    expect(mainReason([])).toBeNull();
    expect(suggestionsFor({ flags: flags('rude'), hidden: null }).suggestion).toBe(flagReasons.rude.said);
    expect(suggestionsFor({ flags: flags('duplicate'), hidden: null }).suspensionSuggestion).toBe('');
    expect(suggestionsFor({ flags: [], hidden: { because: 'held', words: '' } }).suggestion).toBe(
      flagReasons.spam.said,
    );
    expect(suggestionsFor({ flags: [], hidden: null }).suggestion).toBe('');
  });
});
