import { describe, expect, it } from 'vitest';
import { passageOf } from './passage';

const plain = (parts: ReturnType<typeof passageOf>) => parts.map(({ text }) => text).join('');
const marked = (parts: ReturnType<typeof passageOf>) =>
  parts.filter(({ isMatch }) => isMatch).map(({ text }) => text);

describe('a passage', () => {
  it('marks whole words in any case and leaves the text as it is', () => {
    const parts = passageOf('Leases expire; a Lease is a promise.', ['lease', 'leases'], 200);
    expect(plain(parts)).toBe('Leases expire; a Lease is a promise.');
    expect(marked(parts)).toEqual(['Leases', 'Lease']);
    expect(marked(passageOf('released', ['lease'], 200))).toEqual([]);
  });

  it('is cut at spaces around the place where most matches stand together', () => {
    const text = `quorum ${'filler words here '.repeat(40)}a quorum of replicas holds ${'more of it '.repeat(40)}`;
    const parts = passageOf(text, ['quorum', 'replicas'], 120);
    expect(marked(parts)).toEqual(['quorum', 'replicas']);
    expect(plain(parts)).toMatch(/^… \w.*\w …$/);
    expect(plain(parts).length).toBeLessThanOrEqual(126);
  });

  it('begins at the beginning when nothing matches', () => {
    expect(plain(passageOf('one two three four', [], 9))).toBe('one two …');
  });

  it('takes words for words, not for patterns', () => {
    expect(marked(passageOf('a (b) c', ['.*', '[a-c]'], 100))).toEqual([]);
  });
});
