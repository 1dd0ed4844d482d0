import type { SearchKind } from './search-document';

export const kindWords: Record<SearchKind, string> = {
  lesson: 'Lesson',
  section: 'Section',
  interview: 'Interview question',
  lab: 'Lab',
  term: 'Term',
  number: 'Number',
};
