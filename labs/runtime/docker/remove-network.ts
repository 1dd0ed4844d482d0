import type Docker from 'dockerode';
import { callEngine, engineStatus } from './engine-call';

const deadlineMs = 30_000;
/** How long a container that is being removed may hold on to its network. */
const patienceMs = 3000;
const pauseMs = 100;

/**
 * `stuck`: the engine says that an empty network has active endpoints. Engine 20.10 counts a network's endpoints without a lock, so that two
 * containers which join in the same millisecond can be counted as three; only a restart of the engine counts anew.
 */
export type NetworkRemoval = 'removed' | 'stuck';

/** Removes a network whose containers are gone, or about to be. No error when it does not exist. */
export async function removeNetwork(
  docker: Docker,
  id: string,
  signal?: AbortSignal,
): Promise<NetworkRemoval> {
  const startedAt = performance.now();
  for (;;) {
    try {
      await callEngine({ name: 'remove a network', deadlineMs, signal }, (abortSignal) =>
        docker.getNetwork(id).remove({ abortSignal }),
      );
      return 'removed';
    } catch (error) {
      if (engineStatus(error) === 404) return 'removed';
      if (!isHeld(error)) throw error;
      if (performance.now() - startedAt > patienceMs) {
        if (await isEmpty(docker, id, signal)) return 'stuck';
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

const isHeld = (error: unknown) =>
  error instanceof Error && engineStatus(error) === 403 && error.message.includes('active endpoints');

async function isEmpty(docker: Docker, id: string, signal?: AbortSignal): Promise<boolean> {
  const network = await callEngine({ name: 'inspect a network', deadlineMs, signal }, () =>
    docker.getNetwork(id).inspect(),
  );
  return Object.keys(network.Containers ?? {}).length === 0;
}
