import { isOurCache } from '../kept-pages';

const ourCaches = async () => {
  if (!('caches' in globalThis)) return [];
  return (await caches.keys()).filter(isOurCache);
};

/** Paths of all that this browser keeps for reading offline. */
export const listKeptPaths = async (): Promise<ReadonlySet<string>> => {
  const names = await ourCaches();
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return new Set(requests.flat().map(({ url }) => new URL(url).pathname));
};

/** Removes the given pages from this device; what they share with others stays. */
export const removeKeptPages = async (paths: readonly string[]): Promise<void> => {
  for (const name of await ourCaches()) {
    const cache = await caches.open(name);
    await Promise.all(paths.map((path) => cache.delete(path, { ignoreVary: true })));
  }
};
