import { randomUUID } from 'node:crypto';
import type Docker from 'dockerode';
import { ensureLabImage } from '@/labs/images/build';
import type { NodeName } from '@/labs/protocol/names';
import type { Cell } from '@/labs/runtime/cell-runtime';
import { containerName } from '@/labs/runtime/docker/cell-labels';
import { connectDocker } from '@/labs/runtime/docker/connect';
import { DockerCellRuntime } from '@/labs/runtime/docker/docker-cell-runtime';

/** Starts the name of every instance that a test makes; the runner sweeps what an interrupted run left under it. */
export const testInstancePrefix = `${process.env.LAB_INSTANCE ?? 'test'}-`;

/** Tag of the lab image; built when it is missing. */
export async function labImage(): Promise<string> {
  return process.env.LAB_IMAGE ?? (await ensureLabImage()).tag;
}

export type TestRuntime = {
  runtime: DockerCellRuntime;
  docker: Docker;
  launch(): Promise<Cell>;
  container(cell: Cell, node: NodeName): Docker.Container;
  /** Removes every cell and lets go of the engine. */
  close(): Promise<void>;
};

/** A runtime on the real engine with an instance of its own. */
export async function openTestRuntime(): Promise<TestRuntime> {
  const docker = connectDocker();
  const instance = `${testInstancePrefix}${randomUUID()}`;
  const runtime = new DockerCellRuntime({ instance, docker, image: await labImage() });
  return {
    runtime,
    docker,
    launch: () => runtime.launch({ cellId: randomUUID(), expiresAt: Date.now() + 3_600_000 }),
    container: (cell, node) => docker.getContainer(containerName({ instance, cellId: cell.id }, node)),
    async close() {
      await Promise.all((await runtime.list()).map(({ id }) => runtime.remove(id)));
      await runtime.close();
    },
  };
}
