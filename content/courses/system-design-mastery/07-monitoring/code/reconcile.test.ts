import { expect, test } from 'vitest';
import { seededRandom } from '../../03-caching/code/hit-ratio';
import { reconcile, type Write } from './reconcile';

const keys = (writes: readonly Write[]) => writes.map(({ key }) => key);

test('a request that its client has repeated at the new leader is not entered twice', () => {
  const { done, replay, decide } = reconcile(
    [{ key: 'order-1', rows: ['cart-7'] }],
    [{ key: 'order-1', rows: ['cart-7'] }],
  );
  expect(keys(done)).toEqual(['order-1']);
  expect([...replay, ...decide]).toEqual([]);
});

test('rows that nobody has changed since are re-entered, in the order of the old leader', () => {
  const { replay } = reconcile(
    [
      { key: 'a', rows: ['1'] },
      { key: 'b', rows: ['1'] },
    ],
    [{ key: 'c', rows: ['2'] }],
  );
  expect(keys(replay)).toEqual(['a', 'b']);
});

test('a doubtful write makes those doubtful that were built on it', () => {
  const { replay, decide } = reconcile(
    [
      { key: 'rename', rows: ['account-1'] },
      { key: 'transfer', rows: ['account-1', 'account-2'] },
      { key: 'payout', rows: ['account-2'] },
      { key: 'avatar', rows: ['account-3'] },
    ],
    [{ key: 'close', rows: ['account-1'] }],
  );
  expect(keys(decide)).toEqual(['rename', 'transfer', 'payout']);
  expect(keys(replay)).toEqual(['avatar']);
});

test.each([
  [1, 15],
  [40, 565],
])('after %i minutes of writes to a hundred million rows, %i of 5,000 need a person', (minutes, count) => {
  // A million rows and 50 writes a second stand for a hundred million and 5,000: the share is the same.
  const random = seededRandom(11);
  const anyRow = () => [`${Math.floor(random() * 1_000_000)}`];
  const taken = Array.from({ length: minutes * 60 * 50 }, (_, index) => ({
    key: `new-${index}`,
    rows: anyRow(),
  }));
  const unsent = Array.from({ length: 5000 }, (_, index) => ({ key: `old-${index}`, rows: anyRow() }));
  const { decide } = reconcile(unsent, taken);
  expect(Math.abs(decide.length - count)).toBeLessThan(3 * Math.sqrt(count));
});
