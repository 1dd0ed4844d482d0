import { z } from 'zod';

export const SearchKind = z.enum(['lesson', 'section', 'interview', 'lab', 'term', 'number']);
export type SearchKind = z.infer<typeof SearchKind>;

/** One place that a search can lead to. Texts are plain. */
export const SearchDocument = z.object({
  /** The address on this site, with its anchor; no two documents share one. */
  href: z.string().startsWith('/'),
  kind: SearchKind,
  title: z.string(),
  /** Where it stands: the lesson of a section, the module of a lesson. */
  place: z.string(),
  text: z.string(),
});
export type SearchDocument = z.infer<typeof SearchDocument>;

export const SearchDocuments = z.array(SearchDocument);
