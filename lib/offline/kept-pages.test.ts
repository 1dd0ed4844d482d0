import { describe, expect, it } from 'vitest';
import { filesNamedIn } from './files-named-in';
import { isPublicAnswer, isPublicPath } from './kept-pages';

describe('what is kept for reading offline', () => {
  it.each([
    '/',
    '/courses/system-design-mastery',
    '/courses/system-design-mastery/quorums',
    '/glossary',
    '/numbers',
  ])('keeps %s', (path) => expect(isPublicPath(path)).toBe(true));

  it.each([
    '/account',
    '/api/viewer',
    '/labs',
    '/labs/failover',
    '/notes',
    '/progress',
    '/questions/1',
    '/runs/1',
    '/sign-in',
    '/search',
    '/courses/a/b/picture.png',
  ])('never keeps %s', (path) => expect(isPublicPath(path)).toBe(false));

  it('keeps whole pages for everybody, and no answer for one person, error or redirect', () => {
    const answer = (headers: Record<string, string>, more = {}) => ({
      status: 200,
      type: 'basic' as const,
      redirected: false,
      headers: new Headers({ 'content-type': 'text/html; charset=utf-8', ...headers }),
      ...more,
    });
    expect(isPublicAnswer(answer({ 'cache-control': 's-maxage=31536000' }))).toBe(true);
    expect(isPublicAnswer(answer({ 'cache-control': 'private, no-cache, no-store' }))).toBe(false);
    expect(isPublicAnswer(answer({ 'content-type': 'text/x-component' }))).toBe(false);
    expect(isPublicAnswer(answer({}, { status: 404 }))).toBe(false);
    expect(isPublicAnswer(answer({}, { redirected: true }))).toBe(false);
  });
});

describe('files that a file names', () => {
  it('finds scripts, also those for later, styles and their fonts, each once', () => {
    const text = `<script src="/_next/static/chunks/0a~b.js"></script>["static/chunks/0a~b.js","static/chunks/c_1.css"]
      @font-face{src:url(../media/plex-s.p.1f.woff2)} <a href="/static/other.js">`;
    expect(filesNamedIn(text)).toEqual([
      '/_next/static/chunks/0a~b.js',
      '/_next/static/chunks/c_1.css',
      '/_next/static/media/plex-s.p.1f.woff2',
    ]);
  });
});
