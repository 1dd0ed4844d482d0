import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Autosave, autosaveTiming, type SaveAnswer } from './autosave';
import { initialFiles, isDirty, reduceFiles } from './files-state';
import { storeOf } from './store-of';
import type { WorkspaceFiles } from './workspace-files';

const files: WorkspaceFiles = { balancer: 'nginx', nginx: { 'nginx.conf': 'a' }, haproxy: {} };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const setUp = (answers: SaveAnswer[]) => {
  const store = storeOf(reduceFiles, initialFiles(files, 1));
  const saves: { text: string | undefined; revision: number }[] = [];
  const autosave = new Autosave(store, async (sent, revision) => {
    saves.push({ text: sent.nginx['nginx.conf'], revision });
    return answers.shift() ?? { kind: 'saved', revision: revision + 1 };
  });
  const type = (text: string) => store.dispatch({ type: 'edited', name: 'nginx.conf', text });
  return { store, saves, autosave, type };
};

describe('autosave', () => {
  it('saves once, within a second after the last key', async () => {
    const { saves, type, store } = setUp([]);
    type('ab');
    await vi.advanceTimersByTimeAsync(300);
    type('abc');
    await vi.advanceTimersByTimeAsync(1000);
    expect(saves).toEqual([{ text: 'abc', revision: 1 }]);
    expect(isDirty(store.get())).toBe(false);
  });

  it('tries again by itself while the site is away, and says so', async () => {
    const { saves, type, store } = setUp([{ kind: 'failed', message: 'away', isFinal: false }]);
    type('b');
    await vi.advanceTimersByTimeAsync(autosaveTiming.quietMs);
    expect(store.get().problem).toBe('away');
    await vi.advanceTimersByTimeAsync(autosaveTiming.firstRetryMs);
    expect(saves).toHaveLength(2);
    expect([store.get().problem, isDirty(store.get())]).toEqual([null, false]);
  });

  it('stops at a conflict and goes on from the other revision once the learner kept this version', async () => {
    const current = { files: { ...files, nginx: { 'nginx.conf': 'theirs' } }, revision: 9 };
    const { saves, type, store } = setUp([{ kind: 'conflict', current }]);
    type('mine');
    await vi.advanceTimersByTimeAsync(5000);
    type('mine!');
    await vi.advanceTimersByTimeAsync(5000);
    expect(saves).toHaveLength(1);
    store.dispatch({ type: 'kept-mine' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(saves[1]).toEqual({ text: 'mine!', revision: 9 });
  });
});
