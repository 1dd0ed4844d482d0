import type { RuntimeHealth } from '../cell-runtime';
import type { EngineSettings } from './engine';
import { callEngine, engineStatus, isPermissionDenied } from './engine-call';

const deadlineMs = 3_000;

/** Asks the engine for its version and for our image. */
export async function checkHealth(
  { docker, image }: EngineSettings,
  signal?: AbortSignal,
): Promise<RuntimeHealth> {
  let version: string;
  try {
    const answer = await callEngine({ name: 'version', deadlineMs, signal }, () => docker.version());
    version = answer.Version;
  } catch (error) {
    signal?.throwIfAborted();
    if (isPermissionDenied(error))
      return {
        ok: false,
        code: 'no-permission',
        message:
          'Docker runs, but this user may not use it: add the user to the group "docker" (sudo usermod -aG docker "$USER") and sign in again.',
      };
    return {
      ok: false,
      code: 'no-engine',
      message:
        'Docker does not answer: start it (sudo systemctl start docker, or open Docker Desktop), or set DOCKER_HOST to where it listens.',
    };
  }
  try {
    await callEngine({ name: 'inspect the image', deadlineMs, signal }, () =>
      docker.getImage(image).inspect(),
    );
  } catch (error) {
    signal?.throwIfAborted();
    const isMissing = engineStatus(error) === 404;
    return isMissing
      ? {
          ok: false,
          code: 'no-image',
          message: `Docker runs, but the lab image ${image} is missing: run "npm start", which builds it.`,
        }
      : {
          ok: false,
          code: 'no-engine',
          message: 'Docker stopped answering: see its own log, then start it again.',
        };
  }
  return { ok: true, engine: 'Docker', version };
}
