import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ImageResponse } from 'next/og';

/**
 * app/icon.svg as a square PNG of `size` pixels. `isMaskable`: smaller on a ground that reaches the edges, since the system
 * cuts its own shape out of it.
 */
export const drawIcon = async (size: number, isMaskable = false): Promise<Response> => {
  const svg = await readFile(path.join(/* turbopackIgnore: true */ process.cwd(), 'app/icon.svg'), 'base64');
  const inner = isMaskable ? Math.round(size * 0.72) : size;
  return new ImageResponse(
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        ...(isMaskable ? { background: '#12161b' } : {}),
      }}
    >
      <div
        style={{
          width: inner,
          height: inner,
          backgroundImage: `url(data:image/svg+xml;base64,${svg})`,
          backgroundSize: '100% 100%',
        }}
      />
    </div>,
    { width: size, height: size, headers: { 'cache-control': 'public, max-age=86400' } },
  );
};
