import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { findViewer } from '@/lib/accounts/find-viewer';
import { findLessonConfiguration } from '@/lib/courses/find-lesson-configuration';
import { findScenario } from '@/lib/labs/catalogue';
import { findLabHealth } from '@/lib/labs/find-lab-health';
import { findOpenRun } from '@/lib/labs/find-open-run';
import { listTaskStandings } from '@/lib/labs/list-task-standings';
import { openWorkspace } from '@/lib/labs/open-workspace';
import { LabHealthNote } from '../lab-health-note';
import { LabIntroduction } from './lab-introduction';
import styles from './lab-page.module.css';
import { findLabQuestions } from './lab-questions';
import { WorkspaceLoader } from './workspace-loader';

type Props = {
  params: Promise<{ scenario: string }>;
  /** `config`: a lesson's configuration to begin with, as `<lesson>/configs/<name>.conf`. */
  searchParams: Promise<{ config?: string | string[] }>;
};

export const generateMetadata = async ({ params }: Pick<Props, 'params'>): Promise<Metadata> => {
  const scenario = await findScenario((await params).scenario);
  return scenario === null ? {} : { title: `Lab: ${scenario.title}`, description: scenario.summary };
};

const LabPage = async ({ params, searchParams }: Props) => {
  const [{ scenario: slug }, { config }] = await Promise.all([params, searchParams]);
  const [viewer, scenario, health, offer] = await Promise.all([
    findViewer(),
    findScenario(slug),
    findLabHealth(),
    typeof config === 'string' ? findLessonConfiguration(config) : null,
  ]);
  if (scenario === null) notFound();
  if (viewer === null) {
    const query = offer !== null && typeof config === 'string' ? `?config=${encodeURIComponent(config)}` : '';
    return (
      <>
        <LabIntroduction scenario={scenario} health={health} path={`/labs/${slug}${query}`} />
        <section className={styles.questions} aria-label="Questions on this lab" id="questions">
          {(await findLabQuestions(slug, false)).content}
        </section>
      </>
    );
  }
  const [saved, run, tasks, questions] = await Promise.all([
    openWorkspace(viewer.id, scenario),
    findOpenRun(viewer.id, slug),
    listTaskStandings(viewer.id, slug),
    findLabQuestions(slug, true),
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
        offer={offer}
        questions={questions}
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
