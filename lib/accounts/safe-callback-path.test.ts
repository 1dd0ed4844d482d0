import { describe, expect, it } from 'vitest';
import { safeCallbackPath } from './safe-callback-path';

describe('after signing in, a learner stays on this site', () => {
  it.each(['/labs/failover', '/courses/a/b?x=1#sticky', '/'])('%s is kept', (path) => {
    expect(safeCallbackPath(path)).toBe(path);
  });

  it.each([
    'https://evil.example/labs',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://[',
    '',
    null,
    undefined,
    '/.//evil.example',
  ])('%s leads to the front page', (target) => {
    expect(safeCallbackPath(target)).toBe('/');
  });

  it('an absolute address of this site is cut to its path', () => {
    expect(safeCallbackPath('http://localhost:3000/labs', 'http://localhost:3000')).toBe('/labs');
  });
});
