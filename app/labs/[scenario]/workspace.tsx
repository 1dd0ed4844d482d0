'use client';

import { useEffect, useState } from 'react';
import type { ScenarioBrief } from '@/labs/protocol/scenario-brief';
import { draftKey, openWithDraft } from '@/lib/labs/workspace/draft';
import type { TaskStanding } from '@/lib/labs/workspace/run-view';
import type { OfferedConfiguration } from '@/lib/labs/workspace/take-configuration';
import type { SavedWorkspace } from '@/lib/labs/workspace/workspace-files';
import { WorkspaceSession } from '@/lib/labs/workspace/workspace-session';
import { ConflictBanner } from './conflict-banner';
import { DesktopLayout } from './desktop-layout';
import { LessonOffer } from './lesson-offer';
import { RunBanner } from './run-banner';
import { WorkspaceContext, type LabQuestions } from './session-context';
import { TabbedLayout } from './tabbed-layout';
import { TopBar } from './top-bar';
import { useMedia } from './use-media';
import styles from './workspace.module.css';

export type WorkspaceProps = {
  learner: string;
  scenario: ScenarioBrief;
  saved: SavedWorkspace;
  run: { id: string; isLive: boolean } | null;
  tasks: Record<string, TaskStanding>;
  /** The configuration of the lesson that the learner comes from. */
  offer: OfferedConfiguration | null;
  questions: LabQuestions;
};

/** The lab's page once it runs in the browser. */
export function Workspace(props: WorkspaceProps) {
  const { scenario, offer, questions } = props;
  const [session] = useState(() => sessionOf(props));
  const isNarrow = useMedia('(max-width: 900px)');

  useEffect(() => {
    session.open();
    return () => session.close();
  }, [session]);

  useEffect(() => {
    const onVisible = () => (document.hidden ? session.saveNow() : session.wake());
    const onOnline = () => session.wake();
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
        event.preventDefault();
        if (session.run.get().state?.kind === 'ready') void session.apply();
        else session.saveNow();
      }
    };
    document.addEventListener('visibilitychange', onVisible);
    window.addEventListener('online', onOnline);
    window.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('online', onOnline);
      window.removeEventListener('keydown', onKey);
    };
  }, [session]);

  return (
    <WorkspaceContext value={{ session, scenario, questions }}>
      <div className={styles.workspace}>
        <TopBar />
        <RunBanner />
        <ConflictBanner />
        {offer === null ? null : <LessonOffer offer={offer} />}
        {isNarrow ? <TabbedLayout /> : <DesktopLayout />}
      </div>
    </WorkspaceContext>
  );
}

function sessionOf({ learner, scenario, saved, run, tasks }: WorkspaceProps): WorkspaceSession {
  const key = draftKey(learner, scenario.slug);
  return new WorkspaceSession({
    scenario: scenario.slug,
    draftKey: key,
    files: openWithDraft(localStorage, key, saved),
    run,
    tasks,
  });
}
