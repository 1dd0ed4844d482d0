import type { NodeName } from '@/labs/protocol/names';
import { labelKeys } from '@/labs/runtime/docker/cell-labels';
import { connectDocker } from '@/labs/runtime/docker/connect';

/** Kills this container of every cell of the instance, as something outside of the project would. */
export async function killNode(instance: string, node: NodeName): Promise<void> {
  const docker = connectDocker();
  const containers = await docker.listContainers({
    filters: { label: [`${labelKeys.instance}=${instance}`, `${labelKeys.node}=${node}`] },
  });
  if (containers.length === 0) throw new Error(`no ${node} container of ${instance} runs`);
  await Promise.all(containers.map(({ Id }) => docker.getContainer(Id).kill()));
}
