import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ensureEngine, missing } from './ensure-engine';

it('an engine that DOCKER_HOST names and that does not answer is a sentence, and nothing is installed for it', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mastery-engine-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  vi.stubEnv('DOCKER_HOST', `unix://${folder}/docker.sock`);
  await expect(ensureEngine(folder, () => undefined)).rejects.toThrow(
    `No Docker Engine answers at unix://${folder}/docker.sock, which DOCKER_HOST names: start it, or unset it.`,
  );
});

it('whoever has no Docker is told what to do on their system', () => {
  expect(missing(false, 'linux')).toContain('sudo apt-get install docker.io');
  expect(missing(true, 'linux')).toContain('sudo systemctl start docker');
  expect(missing(false, 'darwin')).toContain('Docker Desktop');
});
