import {
  headingPattern,
  instantPattern,
  itemKeyPattern,
  lessonKeyPattern,
  mostEntries,
  type Progress,
  type Rating,
} from './progress';

/*
 * Read by hand: this runs on lesson pages, where a schema library would weigh more than all else. What does not fit is left out.
 */

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && instantPattern.test(value) && !Number.isNaN(Date.parse(value));

const isRating = (value: unknown): value is Rating =>
  value === 'could' || value === 'nearly' || value === 'notYet';

const entries = <Entry>(
  value: unknown,
  keyPattern: RegExp,
  most: number,
  read: (entry: unknown) => Entry | null,
): Record<string, Entry> => {
  const kept = Object.entries(isObject(value) ? value : {}).flatMap(([key, raw]): [string, Entry][] => {
    const entry = keyPattern.test(key) ? read(raw) : null;
    return entry === null ? [] : [[key, entry]];
  });
  return Object.fromEntries(kept.slice(-most));
};

/** Progress out of anything: of the newest entries as many as may be kept. */
export const readProgress = (value: unknown): Progress => {
  const given = isObject(value) ? value : {};
  return {
    read: entries(given.read, lessonKeyPattern, mostEntries.read, (at) => (isInstant(at) ? at : null)),
    places: entries(given.places, lessonKeyPattern, mostEntries.places, (raw) =>
      isObject(raw) &&
      typeof raw.heading === 'string' &&
      headingPattern.test(raw.heading) &&
      isInstant(raw.at)
        ? { heading: raw.heading, at: raw.at }
        : null,
    ),
    checks: entries(given.checks, itemKeyPattern, mostEntries.checks, (raw) =>
      isObject(raw) && typeof raw.right === 'boolean' && isInstant(raw.at)
        ? { right: raw.right, at: raw.at }
        : null,
    ),
    answers: entries(given.answers, itemKeyPattern, mostEntries.answers, (raw) =>
      isObject(raw) && isRating(raw.rating) && isInstant(raw.at) ? { rating: raw.rating, at: raw.at } : null,
    ),
  };
};
