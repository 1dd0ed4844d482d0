import { isDirty, shouldSave, type FilesAction, type FilesState } from './files-state';
import type { Store } from './store-of';
import type { SavedWorkspace, WorkspaceFiles } from './workspace-files';

export type SaveAnswer =
  | { kind: 'saved'; revision: number }
  | { kind: 'conflict'; current: SavedWorkspace }
  | { kind: 'failed'; message: string; isFinal: boolean };

/** Times in ms: quiet time after typing before a save, and waits after a failed one. */
export const autosaveTiming = { quietMs: 600, firstRetryMs: 2000, maxRetryMs: 30_000 } as const;

/** Saves the learner's files a moment after each change, one save at a time, and tries again while the site is away. */
export class Autosave {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retryMs: number = autosaveTiming.firstRetryMs;
  #edit: number;
  #unsubscribe: () => void;
  #disposed = false;

  constructor(
    private readonly store: Store<FilesState, FilesAction>,
    private readonly save: (files: WorkspaceFiles, revision: number) => Promise<SaveAnswer>,
  ) {
    this.#edit = store.get().savedEdit;
    this.#unsubscribe = store.subscribe(() => this.#watch());
    this.#watch();
  }

  /** Saves now what is not saved yet. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const state = this.store.get();
    if (this.#disposed || !shouldSave(state)) return;
    this.store.dispatch({ type: 'save-started' });
    const answer = await this.save(state.files, state.revision);
    if (this.#disposed) return;
    this.#settle(answer);
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.#unsubscribe();
  }

  #watch(): void {
    const state = this.store.get();
    if (state.edit === this.#edit && this.#timer !== undefined) return;
    if (!shouldSave(state) || (state.edit === this.#edit && state.problem !== null)) return;
    this.#edit = state.edit;
    this.#schedule(autosaveTiming.quietMs);
  }

  #settle(answer: SaveAnswer): void {
    switch (answer.kind) {
      case 'saved':
        this.#retryMs = autosaveTiming.firstRetryMs;
        this.store.dispatch({ type: 'saved', revision: answer.revision });
        break;
      case 'conflict':
        this.store.dispatch({ type: 'conflicted', ...answer.current });
        break;
      case 'failed':
        this.store.dispatch({ type: 'save-failed', message: answer.message });
        if (answer.isFinal) return;
        this.#schedule(this.#retryMs);
        this.#retryMs = Math.min(autosaveTiming.maxRetryMs, this.#retryMs * 2);
        return;
    }
    if (isDirty(this.store.get()) && shouldSave(this.store.get())) this.#schedule(autosaveTiming.quietMs);
  }

  #schedule(waitMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), waitMs);
  }
}
