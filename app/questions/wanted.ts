import { lessonsOfModule } from '@/lib/questions/lesson-place';
import { lessonKeyPattern } from '@/lib/progress/progress';
import { tabs, type LessonKey, type Tab } from '@/lib/questions/question';
import { maxQueryLength } from '@/lib/questions/search/query';

/** What an address of the list asks for. What it says wrongly is as good as not said. */
export type Wanted = {
  tab: Tab;
  query: string;
  module: string | null;
  /** `course/lesson` */
  lesson: string | null;
  /** Null: of all lessons. */
  lessons: LessonKey[] | null;
  after: string | null;
};

type Query = Record<string, string | string[] | undefined>;

const lessonOf = (key: string): LessonKey => {
  const [course = '', lesson = ''] = key.split('/');
  return { course, lesson };
};

export const readWanted = (asked: Query): Wanted => {
  const read = (name: string) => {
    const value = asked[name];
    return typeof value === 'string' ? value : '';
  };
  const lesson = lessonKeyPattern.test(read('lesson')) ? read('lesson') : null;
  const ofModule = lessonsOfModule(read('module'));
  return {
    tab: tabs.find((tab) => tab === read('tab')) ?? 'newest',
    query: read('q').slice(0, maxQueryLength).trim(),
    module: ofModule ? read('module') : null,
    lesson,
    lessons: lesson ? [lessonOf(lesson)] : ofModule,
    after: read('after') || null,
  };
};

/** The address of a list that differs from this one by `change`; it begins at its beginning unless told. */
export const hrefOf = (wanted: Wanted, change: Partial<Wanted>) => {
  const { tab, query, module, lesson, after } = { ...wanted, after: null, ...change };
  const parameters = new URLSearchParams({
    ...(tab !== 'newest' && { tab }),
    ...(query && { q: query }),
    ...(lesson ? { lesson } : module && { module }),
    ...(after && { after }),
  });
  return parameters.size === 0 ? '/questions' : `/questions?${parameters}`;
};
