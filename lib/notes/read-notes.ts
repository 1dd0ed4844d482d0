import { headingPattern, instantPattern, lessonKeyPattern } from '@/lib/progress/progress';
import { idPattern, noteLimits, type Note } from './note';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isText = (value: unknown, most: number, least = 0): value is string =>
  typeof value === 'string' && value.length >= least && value.length <= most;

const isLike = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value);

const readNote = (value: unknown): Note | null => {
  if (!isObject(value) || !isObject(value.quote)) return null;
  const { id, lesson, heading, body, createdAt, updatedAt } = value;
  const { prefix, exact, suffix } = value.quote;
  if (!isLike(id, idPattern) || !isLike(lesson, lessonKeyPattern)) return null;
  if (heading !== null && !isLike(heading, headingPattern)) return null;
  if (!isText(body, noteLimits.body) || !isText(exact, noteLimits.exact, 1)) return null;
  if (!isText(prefix, noteLimits.context) || !isText(suffix, noteLimits.context)) return null;
  if (!isLike(createdAt, instantPattern) || !isLike(updatedAt, instantPattern)) return null;
  return { id, lesson, heading, quote: { prefix, exact, suffix }, body, createdAt, updatedAt };
};

/** Notes out of anything; what is not a note is left out. By hand, for the reason of `readProgress`. */
export const readNotes = (value: unknown): Note[] =>
  (Array.isArray(value) ? value : []).flatMap((raw: unknown) => readNote(raw) ?? []);
