import localFont from 'next/font/local';

/*
 * Every face is preloaded, since every lesson uses all of them, and `optional`: a face that does not come within 100 ms is
 * left out of this page and there for the next one, so that no line ever moves while it is read. Static files of the weights
 * that the site sets weigh less than the variable one and arrive side by side, a round trip earlier. Emphasis is the text face
 * slanted: an italic of its own would cost 25 kB before the first paint.
 */

const text = localFont({
  src: [
    {
      path: '../../../node_modules/@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2',
      weight: '400',
    },
    {
      path: '../../../node_modules/@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2',
      weight: '600',
    },
  ],
  variable: '--font-text-face',
  display: 'optional',
  fallback: ['system-ui', 'sans-serif'],
});

const mono = localFont({
  src: '../../../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
  weight: '400',
  variable: '--font-mono-face',
  display: 'optional',
  adjustFontFallback: false,
  fallback: ['ui-monospace', 'monospace'],
});

/** Classes for `<html>`; the families themselves are tokens (`--font-text`, `--font-mono`). */
export const fontClasses = `${text.variable} ${mono.variable}`;
