import { cache } from 'react';
import { z } from 'zod';
import { Slug } from '../course-schema';
import { contentRoot } from './content-root';
import { entriesOf, readCollection } from './read-collection';

export const Assumption = z
  .strictObject({
    /** Unique over all files; the anchor on /numbers. */
    id: Slug,
    label: z.string().min(1),
    value: z.number(),
    unit: z.string(),
    /** The range within which real systems usually lie; a value rounded for the head may lie outside. */
    low: z.number(),
    high: z.number(),
    source: z.strictObject({ title: z.string().min(1), url: z.url({ protocol: /^https?$/ }) }),
  })
  .refine(({ low, high }) => low <= high, { message: 'The range ends before it begins.', path: ['high'] });
export type Assumption = z.infer<typeof Assumption>;

export const readNumbers = (root: string) => readCollection(root, 'numbers', Assumption, ({ id }) => id);

/** The one table of assumptions, in the order of the files. Throws an Error that names file and line when it is malformed. */
export const listNumbers = cache((): readonly Assumption[] => entriesOf(readNumbers(contentRoot())));

/** Throws when the table has no such number. */
export const getNumber = (id: string): Assumption => {
  const entry = listNumbers().find((one) => one.id === id);
  if (!entry) throw new Error(`The table of numbers has no "${id}": add it to content/numbers.`);
  return entry;
};
