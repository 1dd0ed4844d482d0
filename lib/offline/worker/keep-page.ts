import { fetchAgain } from '../../ui/fetch-again';
import { filesNamedIn } from '../files-named-in';
import { isLessonPath, isPublicAnswer, offlinePath, searchPath } from '../kept-pages';

const varied = { ignoreVary: true };
const known = new Map<string, readonly string[]>();

/** Files that `file` names, read once a worker's life. */
const filesOf = async (file: string, answer: Response) => {
  const names = known.get(file) ?? (file.endsWith('.woff2') ? [] : filesNamedIn(await answer.clone().text()));
  known.set(file, names);
  return names;
};

/** Puts every file that `names` lead to into the cache; `get` is asked for those that it lacks. */
const keepFiles = async (
  cache: Cache,
  names: readonly string[],
  get: (file: string) => Promise<Response>,
) => {
  const seen = new Set<string>();
  const keep = async (file: string): Promise<void> => {
    if (seen.has(file)) return;
    seen.add(file);
    const held = await cache.match(file, varied);
    const answer = held ?? (await get(file));
    if (!answer.ok) throw new Error(`${file} answered ${answer.status}`);
    const next = await filesOf(file, answer);
    if (!held) await cache.put(file, answer);
    await Promise.all(next.map(keep));
  };
  await Promise.all(names.map(keep));
};

/**
 * Keeps a page with every file that it can come to need, and only then the page: what is in the cache is whole. `answer` is
 * fetched when it is not at hand. What is no public page is left alone.
 */
export const keepPage = async (cache: Cache, path: string, answer?: Response): Promise<void> => {
  const page = answer ?? (await fetchAgain(path));
  if (!isPublicAnswer(page)) return;
  await keepFiles(cache, filesNamedIn(await page.clone().text()), fetchAgain);
  await cache.put(path, page);
  if (!isLessonPath(path) || (await cache.match(searchPath, varied))) return;
  const documents = await fetchAgain(searchPath);
  if (documents.ok) await cache.put(searchPath, documents);
};

/** Brings pages of an older build over with the very files that they name; those of the new cache stay as they are. */
export const bringOver = async (from: Cache, to: Cache): Promise<void> => {
  const heldOrGone = async (file: string) => (await from.match(file, varied)) ?? Response.error();
  for (const request of await from.keys()) {
    const path = new URL(request.url).pathname;
    if (path.startsWith('/_next/') || path === offlinePath || (await to.match(path, varied))) continue;
    const page = await from.match(request, varied);
    if (!page) continue;
    try {
      if (path !== searchPath) await keepFiles(to, filesNamedIn(await page.clone().text()), heldOrGone);
      await to.put(path, page);
    } catch {
      // A page whose files are not all here is left behind: half a page is worse than the offline page.
    }
  }
};
