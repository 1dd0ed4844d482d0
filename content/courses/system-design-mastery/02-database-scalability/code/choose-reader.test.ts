import { expect, test } from 'vitest';
import { chooseReader } from './choose-reader.js';

const leader = { name: 'leader', applied: 100 };
const near = { name: 'near', applied: 98 };
const far = { name: 'far', applied: 60 };

test('a user who has just written reads from the leader until a follower has caught up', () => {
  const session = { seen: leader.applied };
  expect(chooseReader(session, [near, far], leader)).toBe(leader);
  expect(chooseReader(session, [{ ...near, applied: 100 }, far], leader).name).toBe('near');
});

test('a user never goes back in time, though any follower may answer first', () => {
  for (let user = 0; user < 200; user += 1) {
    const session = { seen: 0 };
    const positions = Array.from({ length: 10 }, () => chooseReader(session, [near, far], leader).applied);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  }
});

test('a user who wrote nothing is served by followers', () => {
  expect(chooseReader({ seen: 0 }, [near, far], leader)).not.toBe(leader);
});
