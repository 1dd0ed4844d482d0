import type { Problem } from '../problem';
import type { LessonSource } from './lesson-source';

/** What a lesson may refer to. */
export type World = {
  course: string;
  /** Lessons of course.json by slug; undefined where there is no text, a draft that is not checked, or no MDX. */
  lessons: ReadonlyMap<string, LessonSource | undefined>;
  moduleCount: number;
  terms: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  labs: ReadonlySet<string>;
  /** Whether the site has a page or a file at this path. */
  hasPage: (path: string) => boolean;
};

/** A rule looks at one lesson. It never throws for what a lesson says. */
export type Rule = (lesson: LessonSource, world: World) => Problem[];
