import localFont from 'next/font/local';

/** The text face, one variable file for all weights; the only one that is preloaded. */
const text = localFont({
  src: '../../../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
  weight: '100 700',
  style: 'normal',
  variable: '--font-text-face',
  display: 'swap',
  fallback: ['system-ui', 'sans-serif'],
});

const textItalic = localFont({
  src: '../../../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-italic.woff2',
  weight: '100 700',
  style: 'italic',
  variable: '--font-italic-face',
  display: 'swap',
  preload: false,
  fallback: ['system-ui', 'sans-serif'],
});

const mono = localFont({
  src: [
    {
      path: '../../../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
      weight: '400',
    },
    {
      path: '../../../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-500-normal.woff2',
      weight: '500',
    },
  ],
  variable: '--font-mono-face',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  fallback: ['ui-monospace', 'monospace'],
});

/** Classes for `<html>`; the families themselves are tokens (`--font-text`, `--font-mono`). */
export const fontClasses = `${text.variable} ${textItalic.variable} ${mono.variable}`;
