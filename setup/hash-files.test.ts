import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isSiteSource } from './build/build-site';
import { hashFiles } from './hash-files';
import { doOnce } from './stamp';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'mastery-hash-'));
  await mkdir(path.join(root, 'app/deep'), { recursive: true });
  await writeFile(path.join(root, 'app/deep/page.tsx'), 'one');
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('the hash of sources', () => {
  it('changes with a content, a name and a new file, and with nothing else', async () => {
    const first = await hashFiles(root, ['app', 'missing']);
    expect(await hashFiles(root, ['app', 'missing'])).toBe(first);
    await writeFile(path.join(root, 'app/deep/page.tsx'), 'two');
    const second = await hashFiles(root, ['app']);
    await rename(path.join(root, 'app/deep/page.tsx'), path.join(root, 'app/deep/layout.tsx'));
    const third = await hashFiles(root, ['app']);
    expect(new Set([first, second, third]).size).toBe(3);
  });

  it('does not see tests, so that a changed test builds no site', async () => {
    const before = await hashFiles(root, ['app'], isSiteSource);
    await writeFile(path.join(root, 'app/deep/page.test.tsx'), 'test');
    expect(await hashFiles(root, ['app'], isSiteSource)).toBe(before);
  });
});

describe('work that is done once', () => {
  it('is done again for another hash, and after it failed', async () => {
    const stamp = path.join(root, 'stamp');
    const work = vi.fn(() => Promise.resolve());
    expect(await doOnce(stamp, 'a', work)).toBe(true);
    expect(await doOnce(stamp, 'a', work)).toBe(false);
    await expect(doOnce(stamp, 'b', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await doOnce(stamp, 'a', work)).toBe(true);
    expect(work).toHaveBeenCalledTimes(2);
  });
});
