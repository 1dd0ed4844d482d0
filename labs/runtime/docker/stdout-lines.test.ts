import { describe, expect, test } from 'vitest';
import { StdoutLines } from './stdout-lines';

const frame = (text: string, type = 1): Buffer => {
  const payload = Buffer.from(text);
  const header = Buffer.alloc(8);
  header.writeUInt8(type, 0);
  header.writeUInt32BE(payload.length, 4);
  return Buffer.concat([header, payload]);
};

function reader(limits = { maxLineBytes: 100, maxLinesPerRead: 10 }) {
  const lines: string[] = [];
  const seen = { dropped: 0 };
  const splitter = new StdoutLines(
    limits,
    (line) => lines.push(line),
    () => seen.dropped++,
  );
  return { lines, seen, splitter };
}

describe('StdoutLines', () => {
  test('gives whole lines, wherever the stream is cut', () => {
    const stream = Buffer.concat([
      frame('{"a":1}\n{"b"'),
      frame(':"ü"}\n'),
      frame('ignored\n', 2),
      frame('c\n'),
    ]);
    for (let cut = 1; cut < stream.length; cut++) {
      const { lines, splitter } = reader();
      for (let at = 0; at < stream.length; at += cut) splitter.push(stream.subarray(at, at + cut));
      expect(lines).toEqual(['{"a":1}', '{"b":"ü"}', 'c']);
    }
  });

  test('drops a line that is too long, and only that one', () => {
    const { lines, seen, splitter } = reader();
    splitter.push(frame('x'.repeat(101)));
    splitter.push(frame('\nshort\n'));
    splitter.push(frame(`${'y'.repeat(100)}\n`));
    expect(lines).toEqual(['short', 'y'.repeat(100)]);
    expect(seen.dropped).toBe(1);
  });

  test('drops the lines of one read beyond the limit', () => {
    const { lines, seen, splitter } = reader();
    expect(splitter.push(frame('z\n'.repeat(25)))).toBe(25);
    expect(lines).toHaveLength(10);
    expect(seen.dropped).toBe(15);
    splitter.push(frame('next\n'));
    expect(lines.at(-1)).toBe('next');
  });
});
