'use client';

import { useRuns } from '@/lib/ui/use-runs';

/** A moment by the reader's own clock and in their way of writing it; until the page runs, by UTC. `at` in epoch ms. */
export function MomentText({ at }: { at: number }) {
  const runs = useRuns();
  const iso = new Date(at).toISOString();
  const local = () => new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
  return <time dateTime={iso}>{runs ? local() : `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`}</time>;
}
