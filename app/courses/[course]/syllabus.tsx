import { listLessons, type Course, type Lesson } from '@/lib/courses/course';
import styles from './syllabus.module.css';

const LessonRow = ({ lesson, isCurrent }: { lesson: Lesson; isCurrent: boolean }) => {
  const name = lesson.shortTitle ?? lesson.title;
  if (lesson.status === 'planned') {
    return (
      <li className={styles.planned}>
        {name}
        <span className="visually-hidden"> (planned)</span>
      </li>
    );
  }
  return (
    <li>
      <a
        href={lesson.href}
        aria-current={isCurrent ? 'page' : undefined}
        data-lesson={`${lesson.course}/${lesson.slug}`}
      >
        <span className={styles.name}>{name}</span>
        {lesson.labs.length > 0 && (
          <span className={styles.lab} data-labs={lesson.labs.join(' ')}>
            lab
          </span>
        )}
      </a>
    </li>
  );
};

const ModuleCount = ({ lessons }: { lessons: readonly Lesson[] }) => {
  const published = lessons.filter((lesson) => lesson.status === 'published').length;
  return published === 0 ? null : (
    <span className={styles.count} data-module-count="">
      {published}
      <span className="visually-hidden"> lessons</span>
    </span>
  );
};

const hasPlanned = (course: Course) => listLessons(course).some((lesson) => lesson.status === 'planned');

/** The course's modules at the left of a lesson; the current module is open. */
export const Syllabus = ({ course, current }: { course: Course; current: Lesson }) => (
  <nav className={styles.syllabus} aria-label="Syllabus">
    <p className={styles.course}>
      <a href={course.href}>{course.title}</a>
    </p>
    {course.modules.map((module) => (
      <details key={module.slug} open={module.number === current.module} data-module="">
        <summary>
          <span className={styles.number}>{module.number}</span>
          <span className={styles.name}>{module.title}</span>
          <ModuleCount lessons={module.lessons} />
        </summary>
        <ol>
          {module.lessons.map((lesson) => (
            <LessonRow key={lesson.slug} lesson={lesson} isCurrent={lesson.slug === current.slug} />
          ))}
        </ol>
      </details>
    ))}
    {hasPlanned(course) && <p className={styles.legend}>Lessons in grey are planned.</p>}
  </nav>
);
