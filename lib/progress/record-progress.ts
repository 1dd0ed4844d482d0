import 'server-only';
import { findCourse, findLesson } from '@/lib/courses/course';
import { refusal, success, type Outcome } from '@/lib/outcome/outcome';
import type { Progress } from './progress';
import { mergeRows } from './store';

const ofKnownLessons = <Entry>(entries: Record<string, Entry>) =>
  Object.fromEntries(
    Object.entries(entries).filter(([key]) => {
      const [courseSlug = '', lessonSlug = ''] = key.split('/');
      const course = findCourse(courseSlug);
      return course !== undefined && findLesson(course, lessonSlug) !== undefined;
    }),
  );

/**
 * Merges a part of a learner's progress, or what a browser kept before they signed in, into their account. Repeating it
 * changes nothing. Lessons that the site does not have (any more) are passed over.
 */
export async function recordProgress(
  learner: string,
  given: Progress,
): Promise<Outcome<undefined, 'too-much'>> {
  const isMerged = await mergeRows(learner, {
    read: ofKnownLessons(given.read),
    places: ofKnownLessons(given.places),
    checks: ofKnownLessons(given.checks),
    answers: ofKnownLessons(given.answers),
  });
  return isMerged
    ? success(undefined)
    : refusal('too-much', 'Your account already holds as many answers as it can. Nothing was changed.');
}
