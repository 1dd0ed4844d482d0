import type { Metadata } from 'next';
import { requireViewer } from '@/lib/accounts/require-viewer';
import { listScenarios } from '@/lib/labs/catalogue';
import { listRuns } from '@/lib/labs/list-runs';
import { runStateWords } from '@/lib/labs/run-state-words';
import { MomentText } from '@/lib/ui/moment-text';
import styles from './runs.module.css';

export const metadata: Metadata = { title: 'Your lab runs' };

const RunsPage = async () => {
  const viewer = await requireViewer('/runs');
  const [runs, scenarios] = await Promise.all([listRuns(viewer.id), listScenarios()]);
  const titles = new Map(scenarios.map(({ slug, title }) => [slug, title]));
  return (
    <div className={styles.page}>
      <h1>Your lab runs</h1>
      {runs.length === 0 ? (
        <p>
          You have not run a lab yet. <a href="/labs">Choose one</a>: it starts in about a second, and what
          happens in it is kept here.
        </p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Lab</th>
              <th scope="col">Started</th>
              <th scope="col">Now</th>
            </tr>
          </thead>
          <tbody>
            {runs.map(({ id, scenario, state, createdAt }) => (
              <tr key={id}>
                <td>
                  <a href={`/runs/${id}`}>{titles.get(scenario) ?? scenario}</a>
                </td>
                <td>
                  <MomentText at={createdAt.getTime()} />
                </td>
                <td>{runStateWords(state)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
};
export default RunsPage;
