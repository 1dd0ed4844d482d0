import { describe, expect, it } from 'vitest';
import { findPasswordProblem } from './password-rules';

describe('a new password', () => {
  it.each(['quorum-lease-fence-42', 'vier wörter ohne sinn', 'x7#kQ!2mZp', '😀🐢🌧🧭🪵🔧🧩🎈🥨🪁'])(
    '%s is accepted',
    (password) => expect(findPasswordProblem(password, ['ada'])).toBeNull(),
  );

  it.each([
    ['ninechars', /at least 10/],
    ['x'.repeat(201), /at most 200/],
    ['Password123', /attackers/],
    ['correct horse battery staple', /attackers/],
    ['abababababab', /attackers/],
    ['cdefghijklmn', /attackers/],
    ['lovelace1815', /name or email/],
  ])('%s is refused', (password, reason) => {
    expect(findPasswordProblem(password, ['Lovelace'])).toMatch(reason);
  });

  it('may contain a name when it is long enough otherwise', () => {
    expect(findPasswordProblem('lovelace wrote notes on the engine', ['Lovelace'])).toBeNull();
  });
});
