import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import type Docker from 'dockerode';
import { pack } from 'tar-stream';
import { buildAgent } from '@/labs/agent/build-agent';
import { connectDocker } from '@/labs/runtime/docker/connect';
import { isEngineUnreachable, isPermissionDenied } from '@/labs/runtime/docker/engine-call';
import { readEngineStream } from './engine-stream';
import { baseTag, debianRelease, ensureBase, hasImage } from './ensure-base';
import { ImageBuildError, type OnImageProgress } from './image-progress';
import { removeOldImages } from './remove-old-images';

export const labRepository = 'system-design-mastery-lab';

export type LabImage = {
  tag: string;
  /** How long the build took; null when the image was there already. */
  builtMs: number | null;
};

async function buildImage(
  docker: Docker,
  tag: string,
  context: { dockerfile: string; agent: Uint8Array },
  onProgress: OnImageProgress,
  signal?: AbortSignal,
): Promise<void> {
  const archive = pack();
  archive.entry({ name: 'Dockerfile' }, context.dockerfile);
  archive.entry({ name: 'agent.mjs', mode: 0o644 }, Buffer.from(context.agent));
  archive.finalize();
  const stream = await docker.buildImage(archive.pipe(new PassThrough()), {
    t: tag,
    buildargs: { BASE: baseTag },
    // The package step of a plain Debian base has to reach the package archive the way that the host does.
    networkmode: 'host',
    forcerm: true,
    ...(signal ? { abortSignal: signal } : {}),
  });
  await readEngineStream(stream, (message) => {
    const text = message.stream?.trim();
    if (!text) return;
    const step = /^Step (\d+)\/(\d+)/.exec(text);
    const percent = step ? Math.floor((100 * (Number(step[1]) - 1)) / Number(step[2])) : null;
    onProgress({ step: 'build', text: text.slice(0, 200), percent });
  });
}

function explain(error: unknown): ImageBuildError {
  if (error instanceof ImageBuildError) return error;
  const words = error instanceof Error ? error.message : String(error);
  if (isPermissionDenied(error))
    return new ImageBuildError(
      'Docker runs, but this user may not use it: add the user to the group "docker" (sudo usermod -aG docker "$USER"), sign in again and start again.',
      { cause: error },
    );
  if (isEngineUnreachable(error))
    return new ImageBuildError('Docker does not answer: start Docker, then start again.', { cause: error });
  if (/no space left/i.test(words))
    return new ImageBuildError('The disk is full: Docker needs about 1 GB for the lab image.', {
      cause: error,
    });
  return new ImageBuildError(`The lab image could not be built: ${words}`, { cause: error });
}

/**
 * Makes sure that the image of every lab container exists, and says its tag. The tag names the content, so an image that is
 * there is right. Throws `ImageBuildError`, or the signal's reason.
 */
export async function ensureLabImage({
  docker = connectDocker(),
  onProgress = () => undefined,
  signal,
}: {
  docker?: Docker;
  onProgress?: OnImageProgress;
  signal?: AbortSignal;
} = {}): Promise<LabImage> {
  const startedAt = performance.now();
  try {
    onProgress({ step: 'agent', text: 'Bundling the lab agent', percent: null });
    const dockerfile = await readFile(path.join(import.meta.dirname, 'Dockerfile'), 'utf8');
    const agent = await buildAgent();
    const digest = createHash('sha256').update(debianRelease).update(dockerfile).update(agent).digest('hex');
    const tag = `${labRepository}:${digest.slice(0, 16)}`;
    if (await hasImage(docker, tag)) return { tag, builtMs: null };
    await ensureBase(docker, onProgress, signal);
    await buildImage(docker, tag, { dockerfile, agent }, onProgress, signal);
    onProgress({ step: 'clean', text: 'Removing old lab images', percent: null });
    await removeOldImages(docker, labRepository, tag);
    return { tag, builtMs: performance.now() - startedAt };
  } catch (error) {
    signal?.throwIfAborted();
    throw explain(error);
  }
}
