import type { Metadata } from 'next';
import { findViewer } from '@/lib/accounts/find-viewer';
import { listCourses } from '@/lib/courses/course';
import { listScenarios } from '@/lib/labs/catalogue';
import { courseFacts } from '@/lib/progress/course-facts';
import { findProgress } from '@/lib/progress/find-progress';
import { ProgressReport } from './progress-report';
import styles from './progress.module.css';

export const metadata: Metadata = {
  title: 'Your progress',
  description: 'What you have read, solved and practised, and what to do next.',
};

const ProgressPage = async () => {
  const [viewer, scenarios] = await Promise.all([findViewer(), listScenarios()]);
  const [course] = listCourses();
  const account = viewer && { viewer: viewer.id, ...(await findProgress(viewer.id)) };
  return (
    <div className={styles.page}>
      <h1>Your progress</h1>
      {course && (
        <ProgressReport
          modules={courseFacts(course, scenarios)}
          account={account}
          now={new Date().toISOString()}
        />
      )}
      <p className={styles.foot}>
        <a href="/notes">Your notes</a>
        {viewer !== null && <a href="/runs">Your lab runs</a>}
        {viewer === null && (
          <span>
            Progress is kept in this browser.{' '}
            <a href="/sign-in?callbackUrl=/progress">Sign in or continue as a guest</a> and it moves into your
            account.
          </span>
        )}
        {viewer?.isGuest && (
          <span>
            You are a guest. <a href="/sign-up?callbackUrl=/progress">Sign up</a> to keep this on other
            devices.
          </span>
        )}
      </p>
    </div>
  );
};
export default ProgressPage;
