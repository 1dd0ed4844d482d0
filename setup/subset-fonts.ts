import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import subset from 'subset-font';
import { projectRoot } from './project';
import { doOnce } from './stamp';

const faces = {
  'text-400': 'ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2',
  'text-600': 'ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2',
  'mono-400': 'ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
};

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');

/** Western European letters and the signs that lessons use; what is not here comes from a font of the reader's machine. */
const characters = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ıŒœ–—‘’“”„•…€™←↑→↓−≈≤≥≠`;
const features = ['kern', 'liga', 'ccmp'];

/**
 * Writes the faces of the site as WOFF2 of below 14 kB each, so that each arrives within one round trip of a new connection
 * (docs/decisions/0043). Hinting, a third of a face, serves rasterisers that smooth in one direction only and is left out.
 */
export async function subsetFonts(): Promise<void> {
  const folder = path.join(projectRoot, 'lib/ui/fonts/generated');
  const sources = await Promise.all(
    Object.entries(faces).map(async ([name, file]) => {
      const source = await readFile(path.join(projectRoot, 'node_modules/@fontsource', file));
      return { name, source };
    }),
  );
  const hash = createHash('sha256').update(await readFile(import.meta.filename));
  for (const { source } of sources) hash.update(source);
  await doOnce(path.join(folder, 'source-hash'), hash.digest('hex'), async () => {
    await mkdir(folder, { recursive: true });
    for (const { name, source } of sources) {
      const face = await subset(source, characters, {
        targetFormat: 'woff2',
        noHinting: true,
        keepFeatures: features,
      });
      await writeFile(path.join(folder, `${name}.woff2`), face);
    }
  });
}
