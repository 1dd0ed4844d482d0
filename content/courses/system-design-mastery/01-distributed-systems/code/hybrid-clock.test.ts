import { expect, test } from 'vitest';
import { HybridClock } from './hybrid-clock.js';

type Stamp = ReturnType<HybridClock['tick']>;
const isBefore = (one: Stamp, other: Stamp) =>
  one.ms === other.ms ? one.count < other.count : one.ms < other.ms;

test('an answer is stamped after its question although the clock of its machine is 50 ms behind', () => {
  const fast = new HybridClock(() => 1050);
  const slow = new HybridClock(() => 1000);
  const question = fast.tick();
  const answer = slow.tick(question);
  expect(question).toEqual({ ms: 1050, count: 0 });
  expect(answer).toEqual({ ms: 1050, count: 1 });
  expect(isBefore(question, answer)).toBe(true);
});

test('stamps do not go back when the clock does', () => {
  let wallMs = 2000;
  const clock = new HybridClock(() => wallMs);
  const before = clock.tick();
  wallMs = 1000;
  const after = clock.tick();
  expect(isBefore(before, after)).toBe(true);
  expect(after).toEqual({ ms: 2000, count: 1 });
  wallMs = 2001;
  expect(clock.tick()).toEqual({ ms: 2001, count: 0 });
});

test('without messages between them two machines are ordered by their clocks, rightly or wrongly', () => {
  const first = new HybridClock(() => 1050).tick();
  const second = new HybridClock(() => 1010).tick();
  expect(isBefore(second, first)).toBe(true);
});
