import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transform } from 'node:stream';
import type Docker from 'dockerode';
import { engineStatus } from '@/labs/runtime/docker/engine-call';
import { makeDebianRoot } from './debian-packages';
import { readEngineStream } from './engine-stream';
import type { OnImageProgress } from './image-progress';
import { pullBase } from './pull-base';

export const debianRelease = 'trixie';
/** Kept between builds, so that a change of the agent costs one small layer. */
const baseRepository = 'system-design-mastery-base';
export const baseTag = `${baseRepository}:${debianRelease}`;
const registryImage = `debian:${debianRelease}-slim`;

/** Is there an image of this name? */
export async function hasImage(docker: Docker, name: string): Promise<boolean> {
  try {
    await docker.getImage(name).inspect();
    return true;
  } catch (error) {
    if (engineStatus(error) === 404) return false;
    throw error;
  }
}

async function importRoot(
  docker: Docker,
  tarFile: string,
  onProgress: OnImageProgress,
  signal?: AbortSignal,
): Promise<void> {
  const { size } = await stat(tarFile);
  let sent = 0;
  let shown = -1;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sent += chunk.length;
      const percent = Math.floor((100 * sent) / size);
      if (percent !== shown && percent % 5 === 0) {
        shown = percent;
        onProgress({ step: 'import', text: `Handing ${Math.round(size / 1e6)} MB to Docker`, percent });
      }
      done(null, chunk);
    },
  });
  const file = createReadStream(tarFile);
  file.on('error', (error) => counter.destroy(error));
  const options = { repo: baseRepository, tag: debianRelease, ...(signal ? { abortSignal: signal } : {}) };
  await readEngineStream(await docker.importImage(file.pipe(counter), options), () => undefined);
}

/** Makes sure that `baseTag` exists: from the default registry when one answers, else from Debian's packages. */
export async function ensureBase(
  docker: Docker,
  onProgress: OnImageProgress,
  signal?: AbortSignal,
): Promise<void> {
  if (await hasImage(docker, baseTag)) return;
  onProgress({ step: 'download', text: `Asking the container registry for ${registryImage}`, percent: null });
  const refusal = await pullBase(docker, registryImage, onProgress, signal);
  if (refusal === null) {
    await docker.getImage(registryImage).tag({ repo: baseRepository, tag: debianRelease });
    return;
  }
  onProgress({
    step: 'packages',
    text: 'No container registry answers; building from Debian packages instead',
    percent: 0,
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'lab-image-'));
  try {
    const tarFile = path.join(folder, 'root.tar');
    await makeDebianRoot(debianRelease, tarFile, onProgress, signal);
    await importRoot(docker, tarFile, onProgress, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
