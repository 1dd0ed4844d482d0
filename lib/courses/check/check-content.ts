import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { CourseSource } from '../course-schema';
import type { Problem } from '../problem';
import { readGlossary } from '../reference/glossary';
import { issuesToProblems, lineAt, readJson, type JsonSource } from '../reference/json-source';
import { readNumbers } from '../reference/numbers';
import { problemsInFigures } from './figure-problems';
import type { LessonSource } from './lesson-source';
import { parseLesson } from './parse-lesson';
import { lessonRules } from './lesson-rules';
import { createPageFinder } from './site-pages';
import type { World } from './world';

export type CheckOptions = {
  /** Absolute path of the checkout. */
  projectRoot: string;
  labs: readonly string[];
  /** Whether lessons that course.json still calls planned are held to the rules as well. */
  withDrafts: boolean;
};

type ListedLesson = { slug: string; isPublished: boolean; folder: string; line: number };
type CourseFile = {
  slug: string;
  moduleCount: number;
  lessons: ListedLesson[];
  folder: string;
  file: string;
};

/** Everything that is wrong below content/, in the order of files and lines. */
export const checkContent = (options: CheckOptions): Problem[] => {
  const contentRoot = path.join(options.projectRoot, 'content');
  const glossary = readGlossary(contentRoot);
  const numbers = readNumbers(contentRoot);
  const problems = [...glossary.problems, ...numbers.problems];
  const courses = readdirSync(path.join(contentRoot, 'courses'));
  for (const slug of courses) {
    const file = `content/courses/${slug}/course.json`;
    const folder = path.join(contentRoot, 'courses', slug);
    const source = readJson(readFileSync(path.join(folder, 'course.json'), 'utf8'), file);
    if ('message' in source) problems.push(source);
    else {
      const parsed = CourseSource.safeParse(source.value);
      if (parsed.success) {
        const course = listLessons(parsed.data, source, folder, file);
        const known = {
          terms: new Set(glossary.found.map(({ entry }) => entry.slug)),
          numbers: new Set(numbers.found.map(({ entry }) => entry.id)),
        };
        const introduced = glossary.found.filter(
          ({ entry }) => !course.lessons.some(({ slug: one }) => one === entry.lesson),
        );
        for (const { entry, file: at, line } of introduced)
          problems.push({ file: at, line, message: `The course has no lesson "${entry.lesson}".` });
        problems.push(...checkCourse(course, known, options));
      } else problems.push(...issuesToProblems(parsed.error, source, file));
    }
  }
  return problems.sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line);
};

const listLessons = (
  course: z.infer<typeof CourseSource>,
  source: JsonSource,
  folder: string,
  file: string,
): CourseFile => ({
  slug: course.slug,
  moduleCount: course.modules.length,
  folder,
  file,
  lessons: course.modules.flatMap((part, module) =>
    part.lessons.map((lesson, index) => ({
      slug: lesson.slug,
      isPublished: lesson.status === 'published',
      folder: `${String(module + 1).padStart(2, '0')}-${part.slug}`,
      line: lineAt(source, ['modules', module, 'lessons', index]),
    })),
  ),
});

const checkCourse = (
  course: CourseFile,
  known: Pick<World, 'terms' | 'numbers'>,
  { projectRoot, labs, withDrafts }: CheckOptions,
): Problem[] => {
  const problems: Problem[] = [];
  const sources: LessonSource[] = [];
  const lessons = new Map<string, LessonSource | undefined>();
  for (const lesson of course.lessons) {
    const name = `content/courses/${course.slug}/${lesson.folder}/${lesson.slug}.mdx`;
    const place = path.join(course.folder, lesson.folder, `${lesson.slug}.mdx`);
    const isHeld = lesson.isPublished || withDrafts;
    const exists = existsSync(place);
    const parsed = exists && isHeld ? parseLesson(readFileSync(place, 'utf8'), name, place) : undefined;
    const source = parsed && 'tree' in parsed ? parsed : undefined;
    lessons.set(lesson.slug, source);
    if (!exists && lesson.isPublished)
      problems.push({
        file: course.file,
        line: lesson.line,
        message: `"${lesson.slug}" is published, but there is no ${name}.`,
      });
    if (parsed && 'message' in parsed) problems.push(parsed);
    if (source) sources.push(source);
  }
  const moduleCount = course.moduleCount;
  const hasPage = createPageFinder(projectRoot);
  const world: World = {
    course: course.slug,
    lessons,
    moduleCount,
    ...known,
    labs: new Set(labs),
    hasPage,
  };
  for (const source of sources) for (const rule of lessonRules) problems.push(...rule(source, world));
  problems.push(...checkFolders(course));
  return problems;
};

/** Files that no lesson of course.json is, and figures. */
const checkFolders = (course: CourseFile): Problem[] => {
  const expected = new Set(course.lessons.map(({ folder, slug }) => path.join(folder, `${slug}.mdx`)));
  const entries = readdirSync(course.folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => {
    const place = path.join(entry.parentPath, entry.name);
    const inside = path.relative(course.folder, place);
    const name = `content/courses/${course.slug}/${inside.split(path.sep).join('/')}`;
    if (entry.isDirectory()) return entry.name === 'figures' ? problemsInFigures(place, name) : [];
    if (!entry.name.endsWith('.mdx') || expected.has(inside)) return [];
    return [{ file: name, line: 1, message: 'course.json does not list this lesson in this module.' }];
  });
};
