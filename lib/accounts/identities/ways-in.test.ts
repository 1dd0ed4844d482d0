import { describe, expect, it } from 'vitest';
import { isReachedWithout } from './ways-in';

const bare = { email: null, emailVerifiedAt: null, passwordHash: null, identities: [{ provider: 'github' }] };
const address = { ...bare, email: 'ada@example.org' };

describe('the last way in', () => {
  it.each([
    ['nothing else', bare, true],
    ['an address that nobody confirmed', address, true],
    ['a confirmed address while no mail is sent', { ...address, emailVerifiedAt: new Date() }, false],
    ['a password without an address', { ...bare, passwordHash: 'x' }, true],
  ])('is an account elsewhere beside %s', (_name, ways, isMailOn) =>
    expect(isReachedWithout('github', ways, isMailOn)).toBe(false),
  );

  it.each([
    ['a password', { ...address, passwordHash: 'x' }, false],
    ['a confirmed address', { ...address, emailVerifiedAt: new Date() }, true],
    [
      'another account elsewhere',
      { ...bare, identities: [{ provider: 'github' }, { provider: 'google' }] },
      false,
    ],
  ])('it is not beside %s', (_name, ways, isMailOn) =>
    expect(isReachedWithout('github', ways, isMailOn)).toBe(true),
  );
});
