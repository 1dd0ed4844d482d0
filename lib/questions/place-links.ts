import type { LessonKey } from './question';

/** `course` of a question on a lab; its `lesson` is then the scenario's slug. */
export const labCourse = 'labs';

/** What a question is about, as addresses say it: a lesson or a lab, perhaps one heading of the lesson. */
type Place = LessonKey & { heading?: string | null };

export const placeQuery = ({ course, lesson, heading }: Place): Record<string, string> =>
  course === labCourse ? { lab: lesson } : { lesson: `${course}/${lesson}`, ...(heading ? { heading } : {}) };

/** A slash is allowed in a query and easier to read. */
export const withQuery = (path: string, query: URLSearchParams) =>
  query.size > 0 ? `${path}?${query.toString().replaceAll('%2F', '/')}` : path;

export const questionsHref = (place: Place) =>
  withQuery('/questions', new URLSearchParams(placeQuery(place)));
export const askHref = (place: Place) => withQuery('/questions/ask', new URLSearchParams(placeQuery(place)));

/** `course/lesson` apart. */
export const readPlaceKey = (key: string): LessonKey => {
  const [course = '', lesson = ''] = key.split('/');
  return { course, lesson };
};
