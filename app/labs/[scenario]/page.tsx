import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { findViewer } from '@/lib/accounts/find-viewer';
import { findScenario } from '@/lib/labs/catalogue';
import { findLabHealth } from '@/lib/labs/find-lab-health';
import { findOpenRun } from '@/lib/labs/find-open-run';
import { listTaskStandings } from '@/lib/labs/list-task-standings';
import { openWorkspace } from '@/lib/labs/open-workspace';
import { LabHealthNote } from '../lab-health-note';
import { LabIntroduction } from './lab-introduction';
import { WorkspaceLoader } from './workspace-loader';

type Props = { params: Promise<{ scenario: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const scenario = await findScenario((await params).scenario);
  return scenario === null ? {} : { title: `Lab: ${scenario.title}`, description: scenario.summary };
};

const LabPage = async ({ params }: Props) => {
  const { scenario: slug } = await params;
  const [viewer, scenario, health] = await Promise.all([findViewer(), findScenario(slug), findLabHealth()]);
  if (scenario === null) notFound();
  if (viewer === null) return <LabIntroduction scenario={scenario} health={health} />;
  const [saved, run, tasks] = await Promise.all([
    openWorkspace(viewer.id, scenario),
    findOpenRun(viewer.id, slug),
    listTaskStandings(viewer.id, slug),
  ]);
  return (
    <>
      <LabHealthNote health={health} />
      <noscript>A lab needs JavaScript: it is a live connection to containers.</noscript>
      <WorkspaceLoader
        learner={viewer.id}
        scenario={withoutSolution(scenario)}
        saved={saved}
        run={run}
        tasks={tasks}
      />
    </>
  );
};
export default LabPage;

/** The page's source is no place to find the answer in. */
const withoutSolution = <Brief extends { solution: object }>(scenario: Brief): Brief => ({
  ...scenario,
  solution: { nginx: {}, haproxy: {} },
});
