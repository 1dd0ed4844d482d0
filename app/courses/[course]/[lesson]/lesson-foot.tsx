import { neighboursOf, type Course, type Lesson } from '@/lib/courses/course';
import { editUrl } from '@/lib/config/edit-url';
import { lessonFile } from '@/lib/courses/lesson-file';
import styles from './lesson.module.css';

/** The lessons before and after. At the ends of what exists, the way back to the course. */
export const LessonFoot = ({ course, lesson }: { course: Course; lesson: Lesson }) => {
  const { previous, next } = neighboursOf(course, lesson);
  const edit = editUrl(lessonFile(lesson));
  return (
    <>
      <p className={styles.edit}>
        Stories without names are put together from several real ones, and their numbers can be worked out
        again. Those with names and dates lead to their source.
      </p>
      {edit && (
        <p className={`${styles.edit} no-print`}>
          Something is wrong or unclear? <a href={edit}>Edit this lesson</a>
        </p>
      )}
      <nav className={styles.foot} aria-label="Previous and next lesson">
        <a href={previous?.href ?? course.href} rel="prev">
          <span>{previous ? 'Previous lesson' : 'Back to the course'}</span>
          {previous?.title ?? 'All eight modules'}
        </a>
        {next ? (
          <a href={next.href} rel="next">
            <span>Next lesson</span>
            {next.title}
          </a>
        ) : (
          <a href="/labs">
            <span>No later lesson is published yet</span>
            Practise in the labs
          </a>
        )}
      </nav>
    </>
  );
};
