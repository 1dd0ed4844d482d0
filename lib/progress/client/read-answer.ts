import { fetchAgain } from '@/lib/ui/fetch-again';
import { noProgress, type Progress } from '../progress';
import { readProgress } from '../read-progress';

/** What `GET /api/progress` says; `viewer` is null for a visitor, whose progress this browser keeps. */
export type ProgressAnswer = {
  viewer: string | null;
  progress: Progress;
  labs: Record<string, { passed: number; total: number }>;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const visitorsAnswer = (): ProgressAnswer => ({ viewer: null, progress: noProgress(), labs: {} });

export const readAnswer = (value: unknown): ProgressAnswer => {
  if (!isObject(value) || typeof value.viewer !== 'string') return visitorsAnswer();
  const labs = Object.entries(isObject(value.labs) ? value.labs : {}).flatMap(([slug, lab]) =>
    isObject(lab) && typeof lab.passed === 'number' && typeof lab.total === 'number'
      ? [[slug, { passed: lab.passed, total: lab.total }] as const]
      : [],
  );
  return {
    viewer: value.viewer,
    progress: readProgress(value.progress),
    labs: Object.fromEntries(labs),
  };
};

/** Asks the site. Null when it does not answer. */
export const findAnswer = async (): Promise<ProgressAnswer | null> => {
  try {
    const response = await fetchAgain('/api/progress');
    return response.ok ? readAnswer(await response.json()) : null;
  } catch {
    return null;
  }
};
