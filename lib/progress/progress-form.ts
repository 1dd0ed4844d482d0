import { z } from 'zod';
import { headingPattern, instantPattern, itemKeyPattern, lessonKeyPattern, mostEntries } from './progress';

const Instant = z.string().regex(instantPattern).pipe(z.iso.datetime());
const LessonKey = z.string().regex(lessonKeyPattern);
const ItemKey = z.string().regex(itemKeyPattern);

const atMost = (most: number) => (entries: object) => Object.keys(entries).length <= most;
const tooMany = (most: number) => ({ message: `At most ${most} entries of a kind fit into one request.` });

/** A part of one's progress, or all of it, to be merged into the account. */
export const ProgressForm = z.strictObject({
  read: z.record(LessonKey, Instant).refine(atMost(mostEntries.read), tooMany(mostEntries.read)).default({}),
  places: z
    .record(LessonKey, z.strictObject({ heading: z.string().regex(headingPattern), at: Instant }))
    .refine(atMost(mostEntries.places), tooMany(mostEntries.places))
    .default({}),
  checks: z
    .record(ItemKey, z.strictObject({ right: z.boolean(), at: Instant }))
    .refine(atMost(mostEntries.checks), tooMany(mostEntries.checks))
    .default({}),
  answers: z
    .record(ItemKey, z.strictObject({ rating: z.enum(['could', 'nearly', 'notYet']), at: Instant }))
    .refine(atMost(mostEntries.answers), tooMany(mostEntries.answers))
    .default({}),
});
