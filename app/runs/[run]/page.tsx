import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireViewer } from '@/lib/accounts/require-viewer';
import { findRunRecord } from '@/lib/labs/find-run-record';
import { runStateWords } from '@/lib/labs/run-state-words';
import buttons from '@/lib/ui/button.module.css';
import { MomentText } from '@/lib/ui/moment-text';
import styles from '../runs.module.css';

export const metadata: Metadata = { title: 'A lab run' };

type Props = { params: Promise<{ run: string }> };

/** `m:ss` after the start. */
const since = (start: number, at: number) => {
  const seconds = Math.max(0, Math.round((at - start) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

const RunPage = async ({ params }: Props) => {
  const { run: id } = await params;
  const viewer = await requireViewer(`/runs/${encodeURIComponent(id)}`);
  const run = await findRunRecord(id, viewer.id);
  if (run === null) notFound();
  const start = run.timeline[0]?.at ?? run.createdAt.getTime();
  return (
    <div className={styles.page}>
      <p className={styles.crumb}>
        <a href="/runs">Your lab runs</a>
      </p>
      <h1>{run.title}</h1>
      <p className={styles.facts}>
        <span>
          <MomentText at={run.createdAt.getTime()} />
        </span>
        <span>{runStateWords(run.state, run.endReason)}</span>
        {run.startMs !== null && <span>started in {Math.round(run.startMs)} ms</span>}
      </p>
      {run.timeline.length === 0 ? (
        <p>
          {run.isOpen
            ? 'What happens in a running lab is written here when it ends or is suspended. Its own page shows it live.'
            : 'Nothing was recorded of this run.'}
        </p>
      ) : (
        <table>
          <caption className="visually-hidden">What happened, by the time since the start</caption>
          <thead>
            <tr>
              <th scope="col">After</th>
              <th scope="col">What happened</th>
            </tr>
          </thead>
          <tbody>
            {run.timeline.map(({ at, text }, index) => (
              <tr key={index}>
                <td className={styles.time}>{since(start, at)}</td>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.again}>
        <a className={buttons.secondary} href={`/labs/${run.scenario}`}>
          {run.isOpen ? 'Go to the lab' : 'Run this lab again'}
        </a>
        <a className={buttons.secondary} href={`/questions/ask?run=${run.id}`}>
          Ask about this run
        </a>
      </p>
      <p className={styles.hint}>
        Only you see this page. To show the run in an answer, put the address of this page on a line of its
        own.
      </p>
    </div>
  );
};
export default RunPage;
