import 'server-only';

/**
 * Streams that may be open at once: of one account, which has few windows in front; of one address, behind which a class may sit;
 * and of this process, where each costs a socket and about 30 kB.
 */
export const mostStreams = { viewer: 12, address: 300, all: 2000 } as const;

type Taken = { all: number; by: Map<string, number> };

/** Shared by the bundles of all handlers. */
const holder: typeof globalThis & { masteryStreams?: Taken } = globalThis;
const taken = (): Taken => (holder.masteryStreams ??= { all: 0, by: new Map() });

const add = (key: string, change: 1 | -1) => {
  const { by } = taken();
  const count = (by.get(key) ?? 0) + change;
  if (count === 0) by.delete(key);
  else by.set(key, count);
};

export const countStreams = () => taken().all;

/** Takes a place for one stream, or says why there is none. Leaving twice is leaving once. */
export const takePlace = (
  viewerId: string | null,
  address: string,
): { leave: () => void } | 'full' | 'many' => {
  const keys = [`address:${address}`, ...(viewerId === null ? [] : [`viewer:${viewerId}`])];
  const { all, by } = taken();
  if (all >= mostStreams.all) return 'full';
  const isMany = keys.some(
    (key) => (by.get(key) ?? 0) >= mostStreams[key.startsWith('viewer:') ? 'viewer' : 'address'],
  );
  if (isMany) return 'many';
  taken().all += 1;
  for (const key of keys) add(key, 1);
  let isTaken = true;
  return {
    leave: () => {
      if (!isTaken) return;
      isTaken = false;
      taken().all -= 1;
      for (const key of keys) add(key, -1);
    },
  };
};
