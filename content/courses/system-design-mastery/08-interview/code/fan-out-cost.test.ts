import { expect, test } from 'vitest';
import { costOf } from './fan-out-cost.mjs';

const digits = (value: number) => Number(value.toPrecision(2));

test.each([
  { threshold: Infinity, writes: 670_000, lists: 0, reads: 0, copyMB: 0, burst: 36 },
  { threshold: 1e6, writes: 470_000, lists: 12, reads: 720_000, copyMB: 3.5, burst: 1.3 },
  { threshold: 1e5, writes: 370_000, lists: 18, reads: 1_100_000, copyMB: 36, burst: 0.16 },
  { threshold: 1e4, writes: 280_000, lists: 24, reads: 1_400_000, copyMB: 360, burst: 0.022 },
])('the row of the text for a threshold of $threshold followers', ({ threshold, ...row }) => {
  const cost = costOf(threshold);
  expect({
    writes: digits(cost.writesAtPeak),
    lists: Math.round(cost.listsToMerge),
    reads: digits(cost.remoteReadsAtPeak),
    copyMB: digits(cost.localCopyBytes / 1e6),
    burst: digits(cost.burstSeconds),
  }).toEqual(row);
});

test('reading everything costs twelve times the operations of pushing everything', () => {
  const pull = costOf(0);
  expect(pull.listsToMerge).toBe(130);
  expect(pull.remoteReadsAtPeak).toBe(7_800_000);
  expect(Math.round(pull.remoteReadsAtPeak / costOf(Infinity).writesAtPeak)).toBe(12);
});

test('an author pays for push by posts a day, a reader for pull by opens a day', () => {
  const postsOfLargeAuthors = costOf(1e5).writesAtPeak - costOf(1e4).writesAtPeak;
  const readsOfTheSame = costOf(1e4).remoteReadsAtPeak - costOf(1e5).remoteReadsAtPeak;
  expect(postsOfLargeAuthors).toBeLessThan(readsOfTheSame);
});
