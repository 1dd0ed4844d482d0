import type { Course, Lesson } from '@/lib/courses/course';
import styles from './lesson.module.css';
import reading from './reading/reading.module.css';

type Props = {
  course: Course;
  lesson: Lesson;
  minutes: number;
  /** `2026-11-23` */
  updated: string;
  verifiedWith: string | null;
  goals: readonly string[];
};

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Title, where the lesson belongs, how long it takes, and what one can do after it. */
export const LessonHead = ({ course, lesson, minutes, updated, verifiedWith, goals }: Props) => {
  const [lab] = lesson.labs;
  return (
    <header className={styles.head}>
      <nav aria-label="Breadcrumb" className={styles.crumbs}>
        <ol>
          <li>
            <a href={course.href}>{course.title}</a>
          </li>
          <li>
            <a href={`${course.href}#module-${lesson.module}`}>{course.modules[lesson.module - 1]?.title}</a>
          </li>
        </ol>
      </nav>
      <h1>{lesson.title}</h1>
      <p className={styles.summary}>{lesson.summary}</p>
      <p className={styles.facts}>
        <span>{minutes} min read</span>
        <span>
          Last updated <time dateTime={updated}>{day.format(new Date(updated))}</time>
        </span>
        {verifiedWith && <span>Verified with {verifiedWith}</span>}
        {lab && (
          <a href={`/labs/${lab}`} className={styles.lab}>
            Open the lab
          </a>
        )}
      </p>
      <p className={reading.resume} data-resume="" />
      {goals.length > 0 && (
        <div className={styles.goals}>
          <p>After this lesson you can</p>
          <ul>
            {goals.map((goal) => (
              <li key={goal}>{goal}</li>
            ))}
          </ul>
        </div>
      )}
    </header>
  );
};
