import { expect, test } from 'vitest';
import { findIdOf, keyOf, keySpace } from './short-key.mjs';

const secret = 'a secret of the shortener';
const count = 20_000;
const keys = Array.from({ length: count }, (_, index) => keyOf(5_000_000_000 + index, secret));

test('consecutive ids never share a key', () => {
  expect(new Set(keys).size).toBe(count);
  for (const key of keys) expect(key).toMatch(/^[0-9A-Za-z]{8}$/);
});

test('a key leads back to its id, at both ends of the space too', () => {
  for (const id of [0, 1, 5_000_000_000, keySpace - 1]) expect(findIdOf(keyOf(id, secret), secret)).toBe(id);
});

test('a known key tells nothing about the next one', () => {
  const known = new Set(keys);
  const neighbours = keys.filter((key) => {
    const last = key.charCodeAt(7) + 1;
    return known.has(key.slice(0, 7) + String.fromCharCode(last));
  });
  expect(neighbours).toEqual([]);
  const ascending = keys.filter((key, index) => index > 0 && key > (keys[index - 1] ?? ''));
  expect(ascending.length / count).toBeGreaterThan(0.48);
  expect(ascending.length / count).toBeLessThan(0.52);
  const sameStart = keys.filter((key, index) => key.charAt(0) === keys[index - 1]?.charAt(0));
  expect(sameStart.length / count).toBeLessThan(0.06);
});

test('another secret gives other keys', () => {
  expect(keyOf(1, 'one')).not.toBe(keyOf(1, 'two'));
});

test('what was never a key has no id, and no id outside the space has a key', () => {
  for (const key of ['', 'short', 'zzzzzzzz', '1234567!', '123456789'])
    expect(findIdOf(key, secret)).toBeUndefined();
  for (const id of [-1, 1.5, keySpace, Number.NaN]) expect(() => keyOf(id, secret)).toThrow(RangeError);
});

test('the shares of a full key space that the text names', () => {
  const links = 18e9;
  expect(Math.round(62 ** 6 / links)).toBe(3);
  expect(Math.round(62 ** 7 / links)).toBe(196);
  expect(Math.round(62 ** 8 / links / 1000) * 1000).toBe(12_000);
  expect(Math.round(keySpace / links / 100) * 100).toBe(3_900);
  expect(keySpace).toBeLessThan(62 ** 8);
});
