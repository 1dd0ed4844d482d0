import { mergeKeptNotes } from '@/lib/notes/client/merge-kept-notes';
import { mergeKeptProgress } from '@/lib/progress/client/merge-kept';

let merging: Promise<void> | undefined;

/**
 * Brings progress and notes that this browser kept into the account of `viewer`. Tabs take turns where the browser lets them
 * (on HTTPS and localhost); where not, merging twice does no harm.
 */
export const mergeKept = (viewer: string): Promise<void> => {
  const merge = async () => {
    await mergeKeptProgress(viewer);
    await mergeKeptNotes(viewer);
  };
  merging ??= (async () => {
    if ('locks' in navigator) await navigator.locks.request('mastery.merge', merge);
    else await merge();
  })().finally(() => (merging = undefined));
  return merging;
};
