import { expect, test } from 'vitest';
import { byRemainder, byRing, bySlot } from './placements.js';

const keys = Array.from({ length: 20_000 }, (_, index) => `user-${index}`);
type Placement = (key: string) => number;

const movedShare = (before: Placement, after: Placement) =>
  keys.filter((key) => before(key) !== after(key)).length / keys.length;

/** The fullest node over the mean. */
const skew = (place: Placement, nodes: number) => {
  const counts = new Array<number>(nodes).fill(0);
  for (const key of keys) counts[place(key)] = (counts[place(key)] ?? 0) + 1;
  return Math.max(...counts) / (keys.length / nodes);
};

/** 1,024 slots over four nodes; the fifth takes every fifth slot. */
const fourOwners = Array.from({ length: 1024 }, (_, slot) => slot % 4);
const fiveOwners = fourOwners.map((owner, slot) => (slot % 5 === 0 ? 4 : owner));

test('a fifth node moves four keys in five by remainder, and one in five by ring or slot', () => {
  expect(movedShare(byRemainder(4), byRemainder(5))).toBeCloseTo(0.8, 1);
  const ring = movedShare(byRing(4, 200), byRing(5, 200));
  expect(ring).toBeGreaterThan(0.15);
  expect(ring).toBeLessThan(0.25);
  expect(movedShare(bySlot(fourOwners), bySlot(fiveOwners))).toBeCloseTo(0.2, 1);
});

test('a ring moves keys only to the new node', () => {
  const [before, after] = [byRing(4, 50), byRing(5, 50)];
  expect(keys.every((key) => after(key) === before(key) || after(key) === 4)).toBe(true);
});

test('one point a node is twice as full as the mean, two hundred are nearly even', () => {
  expect(skew(byRing(4, 1), 4)).toBeCloseTo(1.99, 2);
  expect(skew(byRing(4, 200), 4)).toBeCloseTo(1.04, 2);
  expect(skew(byRing(8, 200), 8)).toBeCloseTo(1.15, 2);
});
