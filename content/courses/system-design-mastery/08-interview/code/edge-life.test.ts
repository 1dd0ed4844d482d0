import { expect, test } from 'vitest';
import { answeredAtTheEdge, passThreshold } from './edge-life.mjs';

const use = { searchesPerSecond: 15_000, edges: 300 };

test.each([
  [1, 0.3],
  [10, 0.5],
  [60, 0.64],
  [600, 0.78],
  [86_400, 0.97],
])('with a life of %i s the edge answers %f of the keystrokes', (lifeSeconds, share) => {
  expect(answeredAtTheEdge({ ...use, lifeSeconds })).toBeCloseTo(share, 2);
});

test('with flatter popularity it still answers half within a minute', () => {
  expect(answeredAtTheEdge({ ...use, lifeSeconds: 60, exponent: 0.85 })).toBeCloseTo(0.51, 2);
});

test('half a million queries are searched by 50 people a day', () => {
  const passing = passThreshold(500_000_000, 100_000_000, 50);
  expect(passing).toBeGreaterThan(450_000);
  expect(passing).toBeLessThan(550_000);
});
