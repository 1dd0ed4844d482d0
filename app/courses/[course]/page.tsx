import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import {
  findCourse,
  listCourses,
  listLessons,
  listPublishedLessons,
  type Lesson,
  type Module,
} from '@/lib/courses/course';
import { publicAddress } from '@/lib/config/public-address';
import { shareMetadata } from '@/lib/sharing/share-metadata';
import { describeCourse } from '@/lib/sharing/structured-data';
import { StructuredData } from '@/lib/sharing/structured-data-script';
import styles from './course.module.css';
import { CourseProgress } from './course-progress';

type Props = { params: Promise<{ course: string }> };

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = () => listCourses().map((course) => ({ course: course.slug }));

const find = async ({ params }: Props) => findCourse((await params).course) ?? notFound();

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const course = await find(props);
  const title = `${course.title}: the course`;
  const shared = { title, description: course.summary, path: course.href, picture: '/picture.png' };
  return { title, description: course.summary, ...shareMetadata(shared) };
};

/** How many lessons there are; with how many of them are read, once that is known. */
const ModuleCount = ({ lessons }: { lessons: readonly Lesson[] }) => {
  const published = lessons.filter((lesson) => lesson.status === 'published').length;
  return published === 0 ? null : (
    <p className={styles.count} data-module-count="">
      {published} {published === 1 ? 'lesson' : 'lessons'}
    </p>
  );
};

const ModuleSection = ({ module }: { module: Module }) => (
  <section
    className={styles.module}
    id={`module-${module.number}`}
    data-module=""
    aria-labelledby={`module-${module.number}-title`}
  >
    <p className={styles.number} aria-hidden="true">
      {module.number}
    </p>
    <div>
      <h2 id={`module-${module.number}-title`}>
        <span className="visually-hidden">Module {module.number}: </span>
        {module.title}
      </h2>
      <p className={styles.about}>{module.summary}</p>
      <ModuleCount lessons={module.lessons} />
    </div>
    <ol className={styles.lessons}>
      {module.lessons.map((lesson) => (
        <li key={lesson.slug} className={lesson.status === 'planned' ? styles.planned : undefined}>
          {lesson.status === 'published' ? (
            <>
              <a href={lesson.href} data-lesson={`${lesson.course}/${lesson.slug}`}>
                {lesson.title}
              </a>
              <p>{lesson.summary}</p>
              {lesson.labs.length > 0 && (
                <p className={styles.labs}>
                  {lesson.labs.length === 1 ? 'Lab' : 'Labs'}:{' '}
                  {lesson.labs.map((lab) => (
                    <a key={lab} href={`/labs/${lab}`} data-labs={lab}>
                      {lab}
                    </a>
                  ))}
                </p>
              )}
            </>
          ) : (
            <>
              {lesson.title}
              <span className={styles.state}>planned</span>
            </>
          )}
        </li>
      ))}
    </ol>
  </section>
);

const CoursePage = async (props: Props) => {
  const course = await find(props);
  const published = listPublishedLessons(course);
  const [first] = published;
  const count = listLessons(course).length;
  return (
    <div className={styles.page}>
      <StructuredData thing={describeCourse(course, publicAddress())} />
      <header className={styles.head}>
        <h1>{course.title}</h1>
        <p className={styles.summary}>{course.summary}</p>
        <p className={styles.honest}>
          {published.length === count
            ? `${course.modules.length} modules, ${count} lessons.`
            : `${published.length} of ${count} lessons are written; the others are planned and marked so.`}
          {first && (
            <>
              {' '}
              Read them in order from <a href={first.href}>{first.title}</a>, or begin where you need it:
              modules stand on their own and say what they build on.
            </>
          )}
        </p>
        <p className={styles.reference}>
          To look things up: the <a href="/glossary">glossary</a> and the{' '}
          <a href="/numbers">table of numbers</a> that every estimate uses.
        </p>
      </header>
      <CourseProgress />
      {course.modules.map((module) => (
        <ModuleSection key={module.slug} module={module} />
      ))}
    </div>
  );
};
export default CoursePage;
