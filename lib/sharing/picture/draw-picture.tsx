import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ImageResponse } from 'next/og';
import { pictureSize } from './picture-size';

type Card = { title: string; above: string };

const folder = 'node_modules/@fontsource/ibm-plex-sans/files';
const face = (weight: 400 | 600) =>
  readFile(
    path.join(/* turbopackIgnore: true */ process.cwd(), folder, `ibm-plex-sans-latin-${weight}-normal.woff`),
  );

/** The three servers, as in app/icon.svg. Pictures carry the dark theme's colours: tokens do not reach them. */
const Marks = () => (
  <svg width="132" height="36" viewBox="0 0 132 36">
    <circle cx="18" cy="18" r="16" fill="#5fb4f0" />
    <path d="M66 3 84 34H48Z" fill="#f0ac3e" />
    <rect x="100" y="3" width="30" height="30" fill="#d88ad0" />
  </svg>
);

const Picture = ({ title, above }: Card) => (
  <div
    style={{
      width: '100%',
      height: '100%',
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: 72,
      background: '#12161b',
      color: '#dfe4ea',
      fontFamily: 'Plex',
    }}
  >
    <div style={{ display: 'flex', alignItems: 'center', gap: 28, fontSize: 32 }}>
      <Marks />
      System Design Mastery
    </div>
    <div style={{ display: 'flex', flexDirection: 'column', gap: 20 }}>
      <div style={{ fontSize: 30, color: '#98a3b0' }}>{above}</div>
      <div
        style={{ fontSize: title.length > 60 ? 60 : 72, fontWeight: 600, lineHeight: 1.15, color: '#f6f8fa' }}
      >
        {title}
      </div>
    </div>
  </div>
);

/** A link's picture as PNG: a title, and above it where it belongs. Made while the site is built. */
export const drawPicture = async (card: Card): Promise<Response> => {
  const [regular, strong] = await Promise.all([face(400), face(600)]);
  return new ImageResponse(<Picture {...card} />, {
    ...pictureSize,
    headers: { 'cache-control': 'public, max-age=86400' },
    fonts: [
      { name: 'Plex', data: regular, weight: 400 },
      { name: 'Plex', data: strong, weight: 600 },
    ],
  });
};
