import localFont from 'next/font/local';

/*
 * Every face is preloaded, since every lesson uses all of them, and `optional`: a face that does not come within 100 ms is
 * left out of this page and there for the next one, so that no line ever moves while it is read. Static files of the weights
 * that the site sets, cut by setup/subset-fonts.ts so that each arrives within one round trip. Emphasis is the text face
 * slanted: an italic of its own would cost as much again before the first paint.
 */

const text = localFont({
  src: [
    { path: './generated/text-400.woff2', weight: '400' },
    { path: './generated/text-600.woff2', weight: '600' },
  ],
  variable: '--font-text-face',
  display: 'optional',
  fallback: ['system-ui', 'sans-serif'],
});

const mono = localFont({
  src: './generated/mono-400.woff2',
  weight: '400',
  variable: '--font-mono-face',
  display: 'optional',
  adjustFontFallback: false,
  fallback: ['ui-monospace', 'monospace'],
});

/** Classes for `<html>`; the families themselves are tokens (`--font-text`, `--font-mono`). */
export const fontClasses = `${text.variable} ${mono.variable}`;
