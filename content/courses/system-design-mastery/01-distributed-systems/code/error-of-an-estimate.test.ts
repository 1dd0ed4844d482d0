import { expect, test } from 'vitest';
import { afterMeasuring, combinedFactor } from './error-of-an-estimate.js';
import { seeded } from './random.js';

const inputs = { users: 1.3, 'views a user': 2, 'peak factor': 1.5, 'CPU a request': 3 };

/** A factor that covers 90% of a lognormal lies 1.645 deviations from its middle. */
const deviationsOf90Percent = 1.645;

function normal(random: () => number) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

test('four errors of 1.3, 2, 1.5 and 3 combine to 4, not to their product of 12', () => {
  const factors = Object.values(inputs);
  expect(combinedFactor(factors)).toBeCloseTo(4, 1);
  expect(factors.reduce((product, factor) => product * factor)).toBeCloseTo(11.7, 1);
});

test('measuring the CPU of a request leaves a factor of 2.3; measuring the users changes almost nothing', () => {
  const left = Object.fromEntries(afterMeasuring(inputs).map(({ measured, factor }) => [measured, factor]));
  expect(left['CPU a request']).toBeCloseTo(2.3, 1);
  expect(left.users).toBeCloseTo(3.9, 1);
});

test('nine of ten simulated products lie within the combined factor', () => {
  const random = seeded(1);
  const limit = Math.log(combinedFactor(Object.values(inputs)));
  const trials = 20_000;
  let within = 0;
  for (let trial = 0; trial < trials; trial++) {
    const error = Object.values(inputs).reduce(
      (sum, factor) => sum + (Math.log(factor) / deviationsOf90Percent) * normal(random),
      0,
    );
    if (Math.abs(error) <= limit) within++;
  }
  expect(within / trials).toBeCloseTo(0.9, 1);
});
