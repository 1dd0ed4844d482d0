import { expect, test } from 'vitest';
import { createLineSplitter, parseCommand } from './frames';

const collect = (chunks: (string | Buffer)[], limit?: number) => {
  const lines: string[] = [];
  const split = createLineSplitter((line) => lines.push(line), limit);
  for (const chunk of chunks) split(Buffer.from(chunk));
  return lines;
};

test('lines are put together from chunks, multi-byte characters included', () => {
  const euro = Buffer.from('€');
  expect(collect(['a', 'b\nc\n\n', euro.subarray(0, 1), euro.subarray(1), '\n', 'rest'])).toEqual([
    'ab',
    'c',
    '€',
  ]);
});

test('a line over the limit is dropped whole and the next one is read', () => {
  expect(collect(['x'.repeat(50), 'x'.repeat(60) + '\nok\n'], 100)).toEqual(['ok']);
});

test('a malformed command keeps its id so that it can be answered', () => {
  expect(parseCommand('{"type":"apply","id":7}')).toMatchObject({ ok: false, id: 7 });
  expect(parseCommand('{"type":"apply","id":"x"}')).toMatchObject({ ok: false, id: null });
  expect(parseCommand('garbage')).toMatchObject({ ok: false, id: null });
  expect(parseCommand('null')).toMatchObject({ ok: false, id: null });
  expect(parseCommand('{"type":"ping","id":1}')).toEqual({ ok: true, command: { type: 'ping', id: 1 } });
});
