import type { Metadata } from 'next';
import Link from 'next/link';
import { findViewer } from '@/lib/accounts/find-viewer';
import { listScenarios } from '@/lib/labs/catalogue';
import { findLabHealth } from '@/lib/labs/find-lab-health';
import { listProgress, type ScenarioProgress } from '@/lib/labs/list-progress';
import { LabHealthNote } from './lab-health-note';
import styles from './labs.module.css';

export const metadata: Metadata = {
  title: 'Labs',
  description: 'Real load balancers in real containers, to configure and to break.',
};

const LabsPage = async () => {
  const [viewer, scenarios, health] = await Promise.all([findViewer(), listScenarios(), findLabHealth()]);
  const progress = viewer === null ? {} : await listProgress(viewer.id, scenarios);
  return (
    <div className={styles.page}>
      <h1>Labs</h1>
      <p className={styles.lead}>
        Each lab is a private network of real containers: a balancer that you configure, three servers, and a
        client that sends the traffic. Change it, watch every request, break it, heal it.
      </p>
      <LabHealthNote health={health} />
      <ol className={styles.list}>
        {scenarios.map((scenario) => (
          <li key={scenario.slug} className={styles.lab}>
            <span className={styles.number} aria-hidden="true">
              {String(scenario.number).padStart(2, '0')}
            </span>
            <div>
              <h2>
                <a href={`/labs/${scenario.slug}`}>{scenario.title}</a>
              </h2>
              <p>{scenario.summary}</p>
              <p className={styles.meta}>
                <span>about {scenario.minutes} min</span>
                <span>{scenario.tasks.length} tasks</span>
                <Link href={lessonPath(scenario.lesson)}>Lesson</Link>
                <Standing progress={progress[scenario.slug]} />
              </p>
            </div>
          </li>
        ))}
      </ol>
      {viewer === null ? (
        <p className={styles.meta}>
          <Link href="/sign-in?callbackUrl=/labs">Sign in or continue as a guest</Link> to keep your progress.
        </p>
      ) : (
        <p className={styles.meta}>
          <a href="/runs">Your lab runs</a>
        </p>
      )}
    </div>
  );
};
export default LabsPage;

/** A scenario names its lesson by path or by `course/lesson`. */
const lessonPath = (lesson: string) => (lesson.startsWith('/') ? lesson : `/courses/${lesson}`);

const Standing = ({ progress }: { progress: ScenarioProgress | undefined }) => {
  if (progress === undefined) return null;
  const { passed, total, run, bestFailedRequests } = progress;
  const isDone = passed === total;
  return (
    <>
      <span className={isDone ? styles.done : undefined}>
        {isDone ? '✓ all tasks passed' : passed > 0 ? `${passed} of ${total} tasks passed` : 'not started'}
      </span>
      {bestFailedRequests === null ? null : <span>fewest failed requests: {bestFailedRequests}</span>}
      {run === null ? null : <span>{run.state === 'live' ? 'running' : 'suspended'}</span>}
    </>
  );
};
