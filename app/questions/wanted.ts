import { lessonsOfModule } from '@/lib/questions/lesson-place';
import { headingPattern, lessonKeyPattern } from '@/lib/progress/progress';
import { labCourse, placeQuery, readPlaceKey, withQuery } from '@/lib/questions/place-links';
import { tabs, type LessonKey, type Tab } from '@/lib/questions/question';
import { maxQueryLength } from '@/lib/questions/search/query';

/** What an address of the list asks for. What it says wrongly is as good as not said. */
export type Wanted = {
  tab: Tab;
  query: string;
  module: string | null;
  /** `course/lesson`, or `labs/scenario` */
  lesson: string | null;
  /** Of the lesson; null: all of it. */
  heading: string | null;
  /** Null: of all lessons. */
  lessons: LessonKey[] | null;
  after: string | null;
};

type Query = Record<string, string | string[] | undefined>;

export const readWanted = (asked: Query): Wanted => {
  const read = (name: string) => {
    const value = asked[name];
    return typeof value === 'string' ? value : '';
  };
  const key = read('lab') ? `${labCourse}/${read('lab')}` : read('lesson');
  const lesson = lessonKeyPattern.test(key) ? key : null;
  const ofModule = lessonsOfModule(read('module'));
  return {
    tab: tabs.find((tab) => tab === read('tab')) ?? 'newest',
    query: read('q').slice(0, maxQueryLength).trim(),
    module: ofModule ? read('module') : null,
    lesson,
    heading: lesson && headingPattern.test(read('heading')) ? read('heading') : null,
    lessons: lesson ? [readPlaceKey(lesson)] : ofModule,
    after: read('after') || null,
  };
};

/** The address of a list that differs from this one by `change`; it begins at its beginning unless told. */
export const hrefOf = (wanted: Wanted, change: Partial<Wanted>) => {
  const { tab, query, module, lesson, heading, after } = { ...wanted, after: null, ...change };
  const parameters = new URLSearchParams({
    ...(lesson ? placeQuery({ ...readPlaceKey(lesson), heading }) : module && { module }),
    ...(tab !== 'newest' && { tab }),
    ...(query && { q: query }),
    ...(after && { after }),
  });
  return withQuery('/questions', parameters);
};
