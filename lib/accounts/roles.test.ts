import { describe, expect, it } from 'vitest';
import { badgeOf, mayAdminister, mayModerate, roles } from './roles';

describe('roles', () => {
  it('let moderators and admins moderate, and only admins give out roles', () => {
    expect(roles.filter((role) => mayModerate({ role }))).toEqual(['moderator', 'admin']);
    expect(roles.filter((role) => mayAdminister({ role }))).toEqual(['admin']);
  });

  it('let nobody do what needs an account', () => {
    expect(mayModerate(null)).toBe(false);
    expect(mayAdminister(null)).toBe(false);
  });

  it('are worn as a badge by all but learners', () => {
    expect(roles.map(badgeOf)).toEqual([null, 'Mentor', 'Moderator', 'Admin']);
  });
});
