import { holdsWords, type LessonWords } from '@/lib/courses/lesson-words';
import type { About, Standing } from '../question';

/** What is stored about the part of a lesson that a question is about. */
export type Asked = {
  heading: string | null;
  passage: string | null;
  /** The lesson's text that was seen last: by the asker, or by who said whether it still applies. */
  passageCheckedFor: string | null;
  /** Null: nobody has said so since it was asked. */
  passageHolds: boolean | null;
};

/**
 * The very text on which it was asked holds what was asked about: a reader sees words, such as those in a drawing, that are
 * not in the lesson's source.
 */
const standingOf = (asked: Asked, words: LessonWords): Standing => {
  const isSeen = asked.passageCheckedFor === words.digest;
  if (isSeen && asked.passageHolds !== null) return asked.passageHolds ? 'applies' : 'outdated';
  const hasHeading = asked.heading === null || words.headings.has(asked.heading);
  const hasPassage = asked.passage === null || holdsWords(words, asked.passage);
  return isSeen || (hasHeading && hasPassage) ? 'current' : 'changed';
};

/** `words`: the lesson's of today; null when it is gone. */
export const describeAbout = (asked: Asked, words: LessonWords | null): About | null => {
  const { heading, passage } = asked;
  if (heading === null && passage === null) return null;
  return {
    heading,
    passage,
    headingTitle: (heading !== null && words?.headings.get(heading)) || null,
    standing: words ? standingOf(asked, words) : 'changed',
    digest: words?.digest ?? null,
  };
};
