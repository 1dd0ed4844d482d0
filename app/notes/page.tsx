import type { Metadata } from 'next';
import { findViewer } from '@/lib/accounts/find-viewer';
import { listCourses, listPublishedLessons } from '@/lib/courses/course';
import { listNotes } from '@/lib/notes/list-notes';
import { AllNotes } from './all-notes';
import styles from './notes-page.module.css';

export const metadata: Metadata = {
  title: 'Your notes',
  description: 'What you highlighted and noted in the lessons.',
};

const NotesPage = async () => {
  const viewer = await findViewer();
  const notes = viewer ? await listNotes(viewer.id) : [];
  const lessons = listCourses().flatMap((course) =>
    listPublishedLessons(course).map(({ slug, title, href }) => ({
      key: `${course.slug}/${slug}`,
      title,
      href,
    })),
  );
  return (
    <div className={styles.page}>
      <h1>Your notes</h1>
      <p className={styles.lead}>
        {viewer === null ? (
          <>
            They are kept in this browser and seen by nobody else.{' '}
            <a href="/sign-in?callbackUrl=/notes">Sign in or continue as a guest</a> and they move into your
            account.
          </>
        ) : (
          'They are kept in your account and seen by nobody else.'
        )}
      </p>
      <AllNotes viewer={viewer?.id ?? null} account={notes} lessons={lessons} />
    </div>
  );
};
export default NotesPage;
