import { gzipSync } from 'node:zlib';
import { filesNamedIn } from '@/lib/offline/files-named-in';
import type { Measurement } from './measurement';

const limitKilobytes = 140;

const sizeOf = async (source: string, siteUrl: string) => {
  const code = Buffer.from(await (await fetch(new URL(source, siteUrl))).arrayBuffer());
  return { bytes: gzipSync(code).length, holdsEditor: code.includes('MonacoEnvironment') };
};

/**
 * JavaScript that a browser downloads for a page, compressed as gzip does at its default level, in kB (1,000 bytes). The page's
 * own data, which React takes it over with, is told apart: Next writes it into the page, here it is a file (decision 43).
 */
export async function measurePageWeight(siteUrl: string, path: string): Promise<Measurement> {
  const html = await (await fetch(new URL(path, siteUrl))).text();
  const old = /<script\b[^>]*\bsrc="([^"]+)"[^>]*\bnomodule\b/i.exec(html)?.[1];
  const files = filesNamedIn(html).filter((file) => file.endsWith('.js') && file !== old);
  const isData = (file: string) => file.includes('/page-');
  const sources = files.filter((file) => !isData(file));
  const sizes = await Promise.all(sources.map((source) => sizeOf(source, siteUrl)));
  const data = await Promise.all(files.filter(isData).map((file) => sizeOf(file, siteUrl)));
  const sum = (all: readonly { bytes: number }[]) =>
    all.reduce((total, { bytes }) => total + bytes, 0) / 1000;
  const holdsEditor = sizes.some((size) => size.holdsEditor);
  const kilobytes = sum(sizes);
  return {
    name: `JavaScript of the flagship lesson${holdsEditor ? ', with the editor in it' : ', no editor in it'}`,
    value: `${kilobytes.toFixed(1)} kB gzip in ${sources.length} files, and ${sum(data).toFixed(1)} kB of the page’s data`,
    baseline: '—',
    compared: `${kilobytes.toFixed(1)} kB`,
    limit: `≤ ${limitKilobytes} kB`,
    ok: sources.length > 0 && kilobytes <= limitKilobytes && !holdsEditor,
  };
}
