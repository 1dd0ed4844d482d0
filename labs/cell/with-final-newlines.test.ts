import { expect, it } from 'vitest';
import { withFinalNewlines } from './with-final-newlines';

it('a last line without a line break gets one; everything else stays as it is', () => {
  const files = { 'haproxy.cfg': 'global', 'a.cfg': 'a\n', 'b.cfg': '\n\n', 'empty.cfg': '' };
  expect(withFinalNewlines(files)).toEqual({ ...files, 'haproxy.cfg': 'global\n' });
});
