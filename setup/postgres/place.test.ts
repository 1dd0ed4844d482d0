import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { isReachable } from './place';

it('a folder below a closed one is out of reach for another account', async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'mastery-place-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const folder = path.join(root, 'open');
  await mkdir(folder, { mode: 0o755 });
  const stranger = { uid: 64_000, gid: 64_000 };
  await chmod(root, 0o700);
  expect(await isReachable(folder, stranger)).toBe(false);
  await chmod(root, 0o711);
  expect(await isReachable(folder, stranger)).toBe(true);
});
