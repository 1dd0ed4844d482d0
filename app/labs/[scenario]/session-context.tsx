'use client';

import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import type { ScenarioBrief } from '@/labs/protocol/scenario-brief';
import type { FilesState } from '@/lib/labs/workspace/files-state';
import type { PageState } from '@/lib/labs/workspace/page-state';
import type { RunView } from '@/lib/labs/workspace/run-view';
import type { Store } from '@/lib/labs/workspace/store-of';
import type { WorkspaceSession } from '@/lib/labs/workspace/workspace-session';

/** What others asked about the lab, as the server made it. */
export type LabQuestions = { total: number; content: ReactNode };

type Workspace = { session: WorkspaceSession; scenario: ScenarioBrief; questions: LabQuestions };

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (workspace === null) throw new Error('a part of the workspace was rendered outside of it');
  return workspace;
}

/** `pick` must return a part of the state, not a new object. */
function usePart<State, Part>(store: Store<State, never>, pick: (state: State) => Part): Part {
  const read = () => pick(store.get());
  return useSyncExternalStore(store.subscribe, read, read);
}

export const useRun = <Part,>(pick: (view: RunView) => Part) => usePart(useWorkspace().session.run, pick);
export const useFiles = <Part,>(pick: (state: FilesState) => Part) =>
  usePart(useWorkspace().session.files, pick);
export const usePage = <Part,>(pick: (state: PageState) => Part) =>
  usePart(useWorkspace().session.page, pick);

/** Whether the cell is up and this page is connected to it. */
export function useIsReady(): boolean {
  const isOpen = usePage((page) => page.connection.kind === 'open');
  const isReady = useRun((view) => view.state?.kind === 'ready');
  return isOpen && isReady;
}
