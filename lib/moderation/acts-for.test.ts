import { describe, expect, it } from 'vitest';
import { actsFor } from './acts-for';
import type { Case, PersonRecord } from './case';

const person = (change: Partial<PersonRecord> = {}): PersonRecord => ({
  id: 'author',
  name: 'Ada',
  role: 'learner',
  isGuest: false,
  joinedAt: 0,
  posts: 1,
  hiddenPosts: 0,
  upheldFlags: 0,
  suspensions: 0,
  suspended: null,
  ...change,
});
const flag = { id: 1, reason: 'spam', words: '', reporter: null, at: 0 } as const;
const post = (change: Partial<Case> = {}): Case => ({
  kind: 'question',
  id: 1,
  question: { id: 1, title: 'Why?', isLocked: false, isShown: true, mergedInto: null },
  mergedIntoTitle: null,
  href: null,
  html: '',
  hosts: [],
  postedAt: 0,
  editedAt: null,
  isDeleted: false,
  hidden: null,
  author: person(),
  flags: [],
  ...change,
});
const moderator = { id: 'me', role: 'moderator' } as const;
const hidden = { isLocked: false, isShown: false, id: 1, title: 'Why?', mergedInto: null };

describe('what can be done about a post', () => {
  it('follows from how it stands', () => {
    expect(actsFor(post(), moderator)).toEqual(['hide', 'merge', 'lock', 'suspend']);
    expect(actsFor(post({ flags: [flag] }), moderator)).toEqual([
      'dismiss',
      'hide',
      'uphold',
      'merge',
      'lock',
      'suspend',
    ]);
    const held = post({ hidden: { because: 'held', words: '' }, question: hidden });
    expect(actsFor(held, moderator)).toEqual(['approve', 'refuse', 'suspend']);
    const out = post({ hidden: { because: 'moderated', words: '' }, question: hidden });
    expect(actsFor(out, moderator)).toEqual(['restore', 'suspend']);
    const merged = post({ hidden: { because: 'merged', words: '' }, question: { ...hidden, mergedInto: 2 } });
    expect(actsFor(merged, moderator)).toEqual(['unmerge', 'suspend']);
    const locked = post({ kind: 'answer', question: { ...hidden, isShown: true, isLocked: true } });
    expect(actsFor(locked, moderator)).toEqual(['hide', 'unlock', 'suspend']);
  });

  it('leaves one’s own posts to others, unless one is admin', () => {
    const own = post({ author: person({ id: 'me' }), flags: [flag] });
    expect(actsFor(own, moderator)).toEqual(['merge', 'lock']);
    expect(actsFor(own, { id: 'me', role: 'admin' })).toContain('dismiss');
    expect(actsFor(own, { id: 'me', role: 'admin' })).not.toContain('suspend');
  });

  it('leaves colleagues to admins', () => {
    for (const role of ['moderator', 'admin'] as const) {
      const theirs = post({ author: person({ role }) });
      expect(actsFor(theirs, moderator)).not.toContain('suspend');
      expect(actsFor(theirs, { id: 'me', role: 'admin' })).toContain('suspend');
    }
    expect(actsFor(post({ author: person({ role: 'mentor' }) }), moderator)).toContain('suspend');
    expect(actsFor(post({ author: null }), moderator)).not.toContain('suspend');
    const already = person({ suspended: { since: '', until: null, because: '' } });
    expect(actsFor(post({ author: already }), moderator)).not.toContain('suspend');
  });
});
