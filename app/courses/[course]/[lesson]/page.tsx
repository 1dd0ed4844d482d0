import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { publicAddress } from '@/lib/config/public-address';
import { findCourse, findLesson, listCourses, listPublishedLessons } from '@/lib/courses/course';
import { loadLessonText } from '@/lib/courses/load-lesson-text';
import { readingMinutes } from '@/lib/courses/reading-time';
import { shareMetadata } from '@/lib/sharing/share-metadata';
import { describeLesson } from '@/lib/sharing/structured-data';
import { StructuredData } from '@/lib/sharing/structured-data-script';
import '@/lib/courses/mdx/prose.css';
import { Syllabus } from '../syllabus';
import { componentsOf } from './components-of';
import { LessonEnhancer } from './lesson-enhancer';
import { LessonFoot } from './lesson-foot';
import { LessonHead } from './lesson-head';
import { LessonQuestions } from './lesson-questions';
import styles from './lesson.module.css';
import { OnThisPage } from './on-this-page';
import { LessonDone } from './reading/lesson-done';
import { NotesPlace } from './reading/notes-place';
import { ReadingIsland } from './reading/reading-island';

type Props = { params: Promise<{ course: string; lesson: string }> };

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = () =>
  listCourses().flatMap((course) =>
    listPublishedLessons(course).map((lesson) => ({ course: course.slug, lesson: lesson.slug })),
  );

const find = async ({ params }: Props) => {
  const { course: courseSlug, lesson: lessonSlug } = await params;
  const course = findCourse(courseSlug);
  const lesson = course && findLesson(course, lessonSlug);
  return course && lesson ? { course, lesson } : notFound();
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { lesson } = await find(props);
  const { title, summary: description, href: path } = lesson;
  const picture = `${path}/picture.png`;
  return { title, description, ...shareMetadata({ title, description, path, picture, kind: 'article' }) };
};

const LessonPage = async (props: Props) => {
  const { course, lesson } = await find(props);
  const { Text, outline, words, goals, updated, verifiedWith } = await loadLessonText(lesson);
  const minutes = readingMinutes(words);
  const facts = { updated, minutes, goals };
  return (
    <div className={styles.page}>
      <StructuredData thing={describeLesson(course, lesson, facts, publicAddress())} />
      <div className={styles.side}>
        <Syllabus course={course} current={lesson} />
      </div>
      <article className={styles.text}>
        <LessonHead
          course={course}
          lesson={lesson}
          minutes={minutes}
          updated={updated}
          verifiedWith={verifiedWith}
          goals={goals}
        />
        <details className={`${styles.contents} no-print`}>
          <summary>Syllabus</summary>
          <Syllabus course={course} current={lesson} />
        </details>
        <div className="prose" data-lesson-text="">
          <Text components={componentsOf(lesson)} />
        </div>
        <LessonDone />
        <LessonFoot course={course} lesson={lesson} />
        <NotesPlace />
        <LessonQuestions lesson={`${course.slug}/${lesson.slug}`} />
        <ReadingIsland lesson={`${course.slug}/${lesson.slug}`} />
        <LessonEnhancer />
      </article>
      <div className={`${styles.side} ${styles.outline}`}>
        <OnThisPage outline={outline} />
      </div>
    </div>
  );
};
export default LessonPage;
