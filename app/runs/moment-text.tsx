'use client';

import { useSyncExternalStore } from 'react';

const subscribeToNothing = () => () => undefined;

/** A moment by the reader's own clock and in their way of writing it; until the page runs, by UTC. `at` in epoch ms. */
export function MomentText({ at }: { at: number }) {
  const iso = new Date(at).toISOString();
  const words = useSyncExternalStore(
    subscribeToNothing,
    () => new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' }),
    () => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`,
  );
  return <time dateTime={iso}>{words}</time>;
}
