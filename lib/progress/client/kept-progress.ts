import { readLocal, writeLocal } from '@/lib/ui/local-text';
import { isEmpty, mergeProgress, noProgress, type Progress } from '../progress';
import { readProgress } from '../read-progress';

/** Progress of visitors, and of a learner as far as the account does not have it yet (`viewer`: the learner's id). */
export const keptProgressKey = (viewer: string | null) =>
  viewer ? `mastery.progress.${viewer}` : 'mastery.progress';

const version = 1;

/** Reads what this browser keeps. Of another version or broken: nothing. */
export const parseKept = (text: string | null): Progress => {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    const isOurs = typeof value === 'object' && value !== null && Reflect.get(value, 'version') === version;
    return isOurs ? readProgress(value) : noProgress();
  } catch {
    return noProgress();
  }
};

export const writeKept = (progress: Progress) => JSON.stringify({ version, ...readProgress(progress) });

export const findKept = (viewer: string | null) => parseKept(readLocal(keptProgressKey(viewer)));

/** Adds a part to what is kept. Storage is read anew, so that what another tab kept meanwhile stays. False: not kept. */
export const keepProgress = (viewer: string | null, part: Progress): boolean =>
  writeLocal(keptProgressKey(viewer), writeKept(mergeProgress(findKept(viewer), part)));

export const forgetRead = (viewer: string | null, lesson: string): void => {
  const kept = findKept(viewer);
  if (!(lesson in kept.read)) return;
  delete kept.read[lesson];
  writeLocal(keptProgressKey(viewer), isEmpty(kept) ? null : writeKept(kept));
};
