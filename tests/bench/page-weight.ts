import { gzipSync } from 'node:zlib';
import type { Measurement } from './measurement';

const limitKilobytes = 140;

/** JavaScript that a browser downloads for a page, compressed as gzip does at its default level, in kB (1,000 bytes). */
export async function measurePageWeight(siteUrl: string, path: string): Promise<Measurement> {
  const html = await (await fetch(new URL(path, siteUrl))).text();
  const sources = new Set(
    [...html.matchAll(/<script\b(?![^>]*\bnomodule\b)[^>]*\bsrc="([^"]+)"/gi)].flatMap(
      (match) => match[1] ?? [],
    ),
  );
  let bytes = 0;
  let holdsEditor = false;
  for (const source of sources) {
    const code = Buffer.from(
      await (await fetch(new URL(source.replaceAll('&amp;', '&'), siteUrl))).arrayBuffer(),
    );
    bytes += gzipSync(code).length;
    holdsEditor ||= code.includes('MonacoEnvironment');
  }
  const kilobytes = bytes / 1000;
  return {
    name: `JavaScript of the flagship lesson${holdsEditor ? ', with the editor in it' : ', no editor in it'}`,
    value: `${kilobytes.toFixed(1)} kB gzip in ${sources.size} files`,
    baseline: '—',
    compared: `${kilobytes.toFixed(1)} kB`,
    limit: `≤ ${limitKilobytes} kB`,
    ok: sources.size > 0 && kilobytes <= limitKilobytes && !holdsEditor,
  };
}
