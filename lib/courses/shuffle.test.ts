import { expect, it } from 'vitest';
import { shuffleBy } from './shuffle';

const steps = ['Detect', 'Elect', 'Fence', 'Promote', 'Repoint'];

it('shows steps in the same order at every build', () => {
  expect(shuffleBy('What comes first?', steps)).toEqual(shuffleBy('What comes first?', steps));
});

it('keeps every step, and never gives the right order away', () => {
  for (let question = 0; question < 500; question += 1) {
    for (const count of [2, 3, 5]) {
      const some = steps.slice(0, count);
      const shuffled = shuffleBy(`Question ${question}?`, some);
      expect(shuffled.toSorted()).toEqual(some.toSorted());
      expect(shuffled).not.toEqual(some);
    }
  }
});

it('leaves something to do: at least half of all pairs stand the wrong way around', () => {
  for (let question = 0; question < 500; question += 1) {
    const shuffled = shuffleBy(`Question ${question}?`, steps);
    const turned = steps.flatMap((earlier, place) =>
      steps.slice(place + 1).filter((later) => shuffled.indexOf(later) < shuffled.indexOf(earlier)),
    );
    expect(turned.length).toBeGreaterThanOrEqual(5);
  }
});

it('shuffles differently for different questions', () => {
  const orders = Array.from({ length: 50 }, (_, question) =>
    shuffleBy(`Question ${question}?`, steps).join(),
  );
  expect(new Set(orders).size).toBeGreaterThan(20);
});
