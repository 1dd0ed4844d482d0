import { expect, test } from 'vitest';
import { edgeHitRatio, estimatedEdgeHitRatio } from './edge-hits';

const edges = 300;
const page = { requestsPerSecond: 600, lifeSeconds: 60 };

test.each([
  ['one copy at each edge', 1, 0.992],
  ['eight languages', 8, 0.94],
  ['2,000 campaign links', 2000, 0.06],
])('%s: the estimate is what the simulation finds', (_, variants, ratio) => {
  const copies = edges * variants;
  const requests = variants === 1 ? 400_000 : 2_000_000;
  expect(estimatedEdgeHitRatio({ ...page, copies })).toBeCloseTo(ratio, 2);
  expect(edgeHitRatio({ ...page, copies }, requests)).toBeCloseTo(ratio, 1.7);
});
