import { numberAttribute, textAttribute, type LessonElement } from '../lesson-source';
import { elementsIn, hasWords, wordsBeside } from '../inside';
import type { Fault } from './fault';

const faultsOfMiss = (miss: LessonElement, value: number, within: number): Fault[] => {
  const missed = numberAttribute(miss, 'value');
  const faults: Fault[] = hasWords(miss) ? [] : [[miss.line, 'This Miss does not say what was forgotten.']];
  if (missed === undefined || missed <= 0)
    return [...faults, [miss.line, 'A Miss needs value={a number above 0}.']];
  if (Math.max(missed / value, value / missed) <= within)
    faults.push([miss.line, `${missed} counts as right: it lies within the factor ${within}.`]);
  return faults;
};

/** A number with a unit, a tolerance, a worked solution, and the usual misses. */
export const faultsOfEstimate = (check: LessonElement): Fault[] => {
  const value = numberAttribute(check, 'value') ?? 0;
  const within = numberAttribute(check, 'within') ?? 0;
  const misses = elementsIn(check, 'Miss');
  const faults: Fault[] = [];
  if (value <= 0) faults.push([check.line, 'An Estimate needs value={a number above 0}.']);
  if (within <= 1) faults.push([check.line, 'An Estimate needs within={a factor above 1}.']);
  if (textAttribute(check, 'unit') === '') faults.push([check.line, 'An Estimate needs unit="…".']);
  if (wordsBeside(check, 'Miss') === '') faults.push([check.line, 'An Estimate shows the worked solution.']);
  if (misses.length > 2)
    faults.push([check.line, `An Estimate has at most 2 Misses; this one has ${misses.length}.`]);
  if (value > 0 && within > 1) faults.push(...misses.flatMap((miss) => faultsOfMiss(miss, value, within)));
  return faults;
};
