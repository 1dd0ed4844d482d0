import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

const here = import.meta.dirname;
const fence = /^```\w+ [^\n]*file="([^"]+)"[^\n]*\n(.*?)^```$/gms;

async function lessonFiles() {
  const entries = await readdir(here, { recursive: true });
  return entries.filter((entry) => entry.endsWith('.mdx')).map((entry) => path.join(here, entry));
}

test('a configuration in a lesson is the file that is run in a cell', async () => {
  const shown = [];
  for (const lesson of await lessonFiles())
    for (const [, file = '', body] of (await readFile(lesson, 'utf8')).matchAll(fence))
      shown.push({
        lesson,
        file,
        body,
        tested: await readFile(path.join(path.dirname(lesson), file), 'utf8'),
      });
  expect(shown.length).toBeGreaterThan(0);
  for (const { lesson, file, body, tested } of shown) expect(body, `${file} in ${lesson}`).toBe(tested);
});
