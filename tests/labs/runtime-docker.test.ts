import { describe } from 'vitest';
import { describeCellRuntime } from '@/labs/runtime/contract';
import { containerName, labelKeys } from '@/labs/runtime/docker/cell-labels';
import { connectDocker } from '@/labs/runtime/docker/connect';
import { DockerCellRuntime } from '@/labs/runtime/docker/docker-cell-runtime';
import { findByLabels } from '@/labs/runtime/docker/list-cells';
import { removeNetwork } from '@/labs/runtime/docker/remove-network';
import { labImage, testInstancePrefix } from '@/tests/support/docker-cells';

const docker = connectDocker();
const image = await labImage();
/** Which instance a cell of this test belongs to. */
const instances: string[] = [];

describe('DockerCellRuntime', () => {
  describeCellRuntime({
    instancePrefix: testInstancePrefix,
    createRuntime(instance) {
      instances.push(instance);
      return new DockerCellRuntime({ instance, docker, image });
    },
    async killContainer(cell, node) {
      const names = new Set(
        instances.map((instance) => `/${containerName({ instance, cellId: cell.id }, node)}`),
      );
      const running = await docker.listContainers();
      const found = running.filter(({ Names }) => Names.some((name) => names.has(name)));
      await Promise.all(found.map(({ Id }) => docker.getContainer(Id).kill()));
    },
    async isStuck(instance, cellId) {
      const labels = { [labelKeys.instance]: instance, [labelKeys.cell]: cellId };
      const { containers, networks } = await findByLabels(docker, labels);
      const removals = await Promise.all(networks.map(({ id }) => removeNetwork(docker, id)));
      return containers.length === 0 && removals.every((removal) => removal === 'stuck');
    },
    // The network is made after about 50 ms, containers are created by 100, started by 800.
    abortAfterMs: [0, 40, 90, 300, 700],
  });
});
