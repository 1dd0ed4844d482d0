import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

export const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

/** Structured data is not run and needs no permission. */
const inlineScript = /<script(?![^>]*\s(?:src=|type="application\/ld\+json"))[^>]*>([\s\S]*?)<\/script>/g;

const inlineStyle = /<style\b[^>]*>([\s\S]*?)<\/style>/g;

/** SHA-256 in base64 of the texts of a page's inline scripts and styles. */
export type InlineHashes = { scripts: string[]; styles: string[] };

const hashAll = (html: string, pattern: RegExp) => [
  ...new Set([...html.matchAll(pattern)].map(([, text = '']) => sha256(text))),
];

/** What a page holds inline, for its policy. */
export const hashInline = (html: string): InlineHashes => ({
  scripts: hashAll(html, inlineScript),
  styles: hashAll(html, inlineStyle),
});

const Prerendered = z.object({ routes: z.record(z.string(), z.unknown()) });

const readPrerendered = async (distDir: string) => {
  const text = await readFile(
    path.join(/* turbopackIgnore: true */ distDir, 'prerender-manifest.json'),
    'utf8',
  );
  return new Set(Object.keys(Prerendered.parse(JSON.parse(text)).routes));
};

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/**
 * Finds the hashes of a prerendered page, or null when the path is rendered on demand. Files are read once; paths that the
 * build did not prerender are never looked for, so a request cannot name a file.
 * What was prerendered and is no page (a feed, a search index) has no scripts.
 */
export const createHashFinder = (distDir: string) => {
  let prerendered: Promise<Set<string>> | undefined;
  const found = new Map<string, Promise<InlineHashes>>();
  const read = async (route: string) => {
    const file = `${route === '/' ? '/index' : route}.html`;
    try {
      return hashInline(
        await readFile(path.join(/* turbopackIgnore: true */ distDir, 'server/app', file), 'utf8'),
      );
    } catch (error) {
      if (isMissing(error)) return { scripts: [], styles: [] };
      throw error;
    }
  };
  return async (route: string): Promise<InlineHashes | null> => {
    prerendered ??= readPrerendered(distDir);
    if (!(await prerendered).has(route)) return null;
    const hashes = found.get(route) ?? read(route);
    found.set(route, hashes);
    return hashes;
  };
};
