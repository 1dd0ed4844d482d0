import { describe, expect, it } from 'vitest';
import { compareWords, type Change } from './compare-words';

const sideOf = (changes: readonly Change[], without: Change['kind']) =>
  changes
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

const words = (count: number, seed: number) => {
  let state = seed;
  return Array.from({ length: 6000 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return `w${state % count}`;
  })
    .join(' ')
    .slice(0, 20_000);
};

describe('a comparison of two versions', () => {
  it('names the words that went and the words that came', () => {
    expect(compareWords('The balancer drops it.', 'The proxy drops it twice.')).toEqual([
      { kind: 'same', text: 'The ' },
      { kind: 'removed', text: 'balancer' },
      { kind: 'added', text: 'proxy' },
      { kind: 'same', text: ' drops it' },
      { kind: 'added', text: ' twice' },
      { kind: 'same', text: '.' },
    ]);
  });

  it('has nothing to say of two that are the same, or empty', () => {
    expect(compareWords('Same.', 'Same.')).toEqual([{ kind: 'same', text: 'Same.' }]);
    expect(compareWords('', '')).toEqual([]);
    expect(compareWords('', 'New.')).toEqual([{ kind: 'added', text: 'New.' }]);
  });

  it.each([
    ['other words throughout', words(5000, 1), words(5000, 2)],
    ['few words, shuffled', words(40, 1), words(40, 2)],
    ['letters in another order', 'a b '.repeat(5000), 'b a c '.repeat(3333)],
    ['no word in common', 'a '.repeat(10_000), 'b '.repeat(10_000)],
    ['marks', '.,;:!?'.repeat(3333), '?!:;,.'.repeat(3333)],
    ['lines', words(40, 1).replaceAll(' ', '\n'), words(40, 2).replaceAll(' ', '\n')],
    ['blanks', ' \n'.repeat(10_000), '\n '.repeat(10_000)],
  ])('of 20,000 characters of %s is done in a moment and loses nothing', (_name, before, after) => {
    const startedAt = performance.now();
    const changes = compareWords(before, after);
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(sideOf(changes, 'added')).toBe(before);
    expect(sideOf(changes, 'removed')).toBe(after);
  });
});
