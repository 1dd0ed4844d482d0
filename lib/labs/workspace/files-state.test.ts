import { describe, expect, it } from 'vitest';
import {
  initialFiles,
  isDirty,
  reduceFiles,
  shouldSave,
  type FilesAction,
  type FilesState,
} from './files-state';
import type { WorkspaceFiles } from './workspace-files';

const files: WorkspaceFiles = {
  balancer: 'nginx',
  nginx: { 'nginx.conf': 'a' },
  haproxy: { 'haproxy.cfg': 'h' },
};
const after = (...actions: FilesAction[]): FilesState => actions.reduce(reduceFiles, initialFiles(files, 3));
const edit = (text: string): FilesAction => ({ type: 'edited', name: 'nginx.conf', text });

describe('the learner’s files', () => {
  it('may be emptied', () => {
    const state = after(edit(''));
    expect(state.files.nginx).toEqual({ 'nginx.conf': '' });
    expect(shouldSave(state)).toBe(true);
  });

  it('stay unsaved when they changed while a save was under way', () => {
    const state = after(edit('b'), { type: 'save-started' }, edit('c'), { type: 'saved', revision: 4 });
    expect(state.revision).toBe(4);
    expect(isDirty(state)).toBe(true);
  });

  it('pause saving on a conflict until the learner chose, and lose neither version before that', () => {
    const theirs = { ...files, nginx: { 'nginx.conf': 'theirs' } };
    const conflict = after(
      edit('mine'),
      { type: 'save-started' },
      { type: 'conflicted', files: theirs, revision: 7 },
    );
    expect(shouldSave(conflict)).toBe(false);
    expect(conflict.files.nginx['nginx.conf']).toBe('mine');
    expect(conflict.conflict?.files.nginx['nginx.conf']).toBe('theirs');
    const mine = reduceFiles(conflict, { type: 'kept-mine' });
    expect([mine.revision, shouldSave(mine), mine.files.nginx['nginx.conf']]).toEqual([7, true, 'mine']);
    const taken = reduceFiles(conflict, { type: 'took-theirs' });
    expect([taken.revision, isDirty(taken), taken.files.nginx['nginx.conf']]).toEqual([7, false, 'theirs']);
  });

  it('take a conflict with their own text for a save whose answer was lost', () => {
    const mine = { ...files, nginx: { 'nginx.conf': 'mine' } };
    const state = after(
      edit('mine'),
      { type: 'save-started' },
      { type: 'conflicted', files: mine, revision: 4 },
    );
    expect([state.conflict, isDirty(state), state.revision]).toEqual([null, false, 4]);
  });

  it('never overwrite each other when one is added or renamed', () => {
    const state = after(
      { type: 'added', name: 'b.conf', text: 'b' },
      { type: 'renamed', from: 'b.conf', to: 'nginx.conf' },
      { type: 'added', name: 'nginx.conf', text: '' },
    );
    expect(state.files.nginx).toEqual({ 'nginx.conf': 'a', 'b.conf': 'b' });
  });
});
