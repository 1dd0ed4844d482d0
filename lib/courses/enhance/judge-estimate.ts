export type EstimateJudgement =
  | { kind: 'right' }
  /** The answer is the usual result when something is forgotten: the position in the list of misses. */
  | { kind: 'miss'; index: number }
  | { kind: 'low' | 'high'; factor: number };

const factorBetween = (a: number, b: number) => Math.max(a / b, b / a);

/** An estimate is right within a factor, since its order of magnitude is what one is asked for. */
export const judgeEstimate = (
  answer: number,
  { value, within, misses }: { value: number; within: number; misses: readonly number[] },
): EstimateJudgement => {
  const factor = factorBetween(answer, value);
  // 3500 / 1750 must count as 2.
  const tolerance = within * (1 + 1e-9);
  if (factor <= tolerance) return { kind: 'right' };
  const distances = misses.map((miss) => factorBetween(answer, miss));
  const nearest = Math.min(...distances);
  if (nearest <= tolerance && nearest < factor) return { kind: 'miss', index: distances.indexOf(nearest) };
  return { kind: answer < value ? 'low' : 'high', factor };
};
