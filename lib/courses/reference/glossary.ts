import { cache } from 'react';
import { z } from 'zod';
import { Slug } from '../course-schema';
import { contentRoot } from './content-root';
import { entriesOf, readCollection } from './read-collection';

export const GlossaryEntry = z.strictObject({
  term: z.string().min(1).max(80),
  /** Unique over all modules; the anchor on /glossary. */
  slug: Slug,
  /** Plain text, one or two sentences. */
  definition: z.string().min(20).max(500),
  /** Slug of the lesson that introduces the term. */
  lesson: Slug,
});
export type GlossaryEntry = z.infer<typeof GlossaryEntry>;

export const readGlossary = (root: string) =>
  readCollection(root, 'glossary', GlossaryEntry, ({ slug }) => slug);

/** Every term, alphabetically. Throws an Error that names file and line when the glossary is malformed. */
export const listTerms = cache((): readonly GlossaryEntry[] =>
  entriesOf(readGlossary(contentRoot())).sort((a, b) =>
    a.term.localeCompare(b.term, 'en', { sensitivity: 'base' }),
  ),
);

/** Throws when no module defines the term. */
export const getTerm = (slug: string): GlossaryEntry => {
  const entry = listTerms().find((one) => one.slug === slug);
  if (!entry) throw new Error(`The glossary has no term "${slug}": add it to content/glossary.`);
  return entry;
};
