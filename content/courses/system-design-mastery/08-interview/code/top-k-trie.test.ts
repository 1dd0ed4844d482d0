import { expect, test } from 'vitest';
import { topKTrie, weightAt } from './top-k-trie.mjs';

/** Numbers that look random and are the same in each run. */
function sequence(seed: number) {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

function randomQuery(next: () => number) {
  const length = 1 + Math.floor(next() * 5);
  return Array.from({ length }, () => 'abc'.charAt(Math.floor(next() * 3))).join('');
}

test('after 20,000 raises every prefix lists the same as a full sort', () => {
  const [trie, next, scores] = [topKTrie(5), sequence(7), new Map<string, number>()];
  for (let step = 0; step < 20_000; step += 1) {
    const [query, amount] = [randomQuery(next), 1 + next()];
    trie.raise(query, amount);
    scores.set(query, (scores.get(query) ?? 0) + amount);
  }
  const prefixes = new Set(
    [...scores.keys()].flatMap((query) => [...query].map((_, i) => query.slice(0, i + 1))),
  );
  for (const prefix of prefixes) {
    const sorted = [...scores].filter(([query]) => query.startsWith(prefix)).sort((a, b) => b[1] - a[1]);
    expect(trie.find(prefix, 5)).toEqual(sorted.slice(0, 5).map(([query]) => query));
  }
});

test('with weights that double a day, 600 searches of today outrank 1,000 of yesterday', () => {
  const trie = topKTrie(10);
  trie.raise('news yesterday', 1000 * weightAt(0, 24));
  trie.raise('news today', 600 * weightAt(24, 24));
  expect(trie.find('news', 2)).toEqual(['news today', 'news yesterday']);
  trie.raise('news yesterday', 300 * weightAt(24, 24));
  expect(trie.find('news', 2)).toEqual(['news yesterday', 'news today']);
});

test('weights stay within a double for a thousand half-lives', () => {
  expect(Number.isFinite(weightAt(1000 * 24, 24))).toBe(true);
  expect(Number.isFinite(weightAt(1100 * 24, 24))).toBe(false);
});

test('a blocked query is gone at once, and the list stays full while there are spares', () => {
  const trie = topKTrie(20);
  for (let n = 1; n <= 20; n += 1) trie.raise(`a${n}`, n);
  const suggestions = trie.find('a', 10, new Set(['a20', 'a15']));
  expect(suggestions).toHaveLength(10);
  expect(suggestions.slice(0, 2)).toEqual(['a19', 'a18']);
  expect(suggestions).not.toContain('a15');
});
