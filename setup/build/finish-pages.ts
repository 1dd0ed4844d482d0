import { readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { finishPage } from './finish-page';

/** Next's last resort has its own form and no text of ours. */
const isOurs = (name: string) => name.endsWith('.html') && name !== '_global-error.html';

/**
 * Rewrites every page that the build prerendered so that what is needed to read it comes first (docs/decisions/0043). Runs
 * before the site does, which copies such pages on their first request.
 * @returns how many pages there are
 */
export async function finishPages(distDir: string): Promise<number> {
  const fileOf = (href: string) => path.join(distDir, href.replace(/^\/_next\//, '').replace(/\?.*$/, ''));
  const files = await readdir(path.join(distDir, 'server/app'), { recursive: true, withFileTypes: true });
  let finished = 0;
  for (const found of files.filter((one) => one.isFile() && isOurs(one.name))) {
    const file = path.join(found.parentPath, found.name);
    const page = finishPage(await readFile(file, 'utf8'), (href) => readFileSync(fileOf(href), 'utf8'));
    if (!page) continue;
    for (const { name, text } of [page.data, page.styles])
      await writeFile(path.join(distDir, 'static/chunks', name), text);
    await writeFile(file, page.html);
    finished += 1;
  }
  if (finished === 0) throw new Error('The build prerendered no page with scripts.');
  return finished;
}
