import { describe, expect, it } from 'vitest';
import { keepDraft, openWithDraft } from './draft';
import { initialFiles, reduceFiles } from './files-state';

const saved = {
  files: { balancer: 'nginx' as const, nginx: { 'nginx.conf': 'events {}' }, haproxy: {} },
  revision: 3,
};

function storage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

describe('edits that the site did not take', () => {
  it.each([
    ['hold a NUL byte', 'a\0b'],
    ['are too large', '# long\n'.repeat(100_000)],
  ])('survive a reload even when they %s', (_, text) => {
    const kept = storage();
    const edited = reduceFiles(initialFiles(saved.files, saved.revision), {
      type: 'edited',
      name: 'nginx.conf',
      text,
    });
    keepDraft(kept, 'draft', edited);
    const opened = openWithDraft(kept, 'draft', saved);
    expect(opened.files.nginx).toEqual({ 'nginx.conf': text });
    expect(opened.conflict).toBeNull();
  });

  it('are set aside when they are no files at all', () => {
    const kept = storage();
    kept.setItem('draft', '{"files":{"nginx":{"nginx.conf":7}},"revision":3}');
    expect(openWithDraft(kept, 'draft', saved).files).toEqual(saved.files);
  });
});
