import type Docker from 'dockerode';
import { callEngine, engineStatus } from './engine-call';
import { findByLabels } from './list-cells';
import { removeNetwork } from './remove-network';

const deadlineMs = 30_000;

async function removeContainer(docker: Docker, id: string, signal?: AbortSignal): Promise<void> {
  const container = docker.getContainer(id);
  await callEngine({ name: 'remove a container', deadlineMs, signal }, async (abortSignal) => {
    try {
      await container.remove({ force: true, v: true, ...{ abortSignal } });
    } catch (error) {
      const status = engineStatus(error);
      if (status === 404) return;
      // 409: somebody else removes it right now. It is gone when that one is done.
      if (status !== 409) throw error;
      await waitRemoved(container, abortSignal);
    }
  });
}

async function waitRemoved(container: Docker.Container, abortSignal: AbortSignal): Promise<void> {
  try {
    await container.wait({ condition: 'removed', abortSignal });
  } catch (error) {
    if (engineStatus(error) !== 404) throw error;
  }
}

/**
 * Removes all containers, then all networks, that carry every one of the labels. No error when there are none.
 * A network that the engine will not give up stays, labelled, for the reaper (see `removeNetwork`).
 */
export async function removeLabelled(
  docker: Docker,
  labels: Record<string, string>,
  signal?: AbortSignal,
): Promise<void> {
  const { containers, networks } = await findByLabels(docker, labels, signal);
  await Promise.all(containers.map(({ id }) => removeContainer(docker, id, signal)));
  await Promise.all(networks.map(({ id }) => removeNetwork(docker, id, signal)));
}
