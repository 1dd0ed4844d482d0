import type Docker from 'dockerode';
import { labelKeys } from './cell-labels';
import { callEngine } from './engine-call';
import { removeLabelled } from './remove-labelled';

const deadlineMs = 15_000;

/** Removes all cells of every instance whose name starts with `prefix`: what a test run that was cut off left behind. */
export async function removeInstances(docker: Docker, prefix: string): Promise<void> {
  const filters = { label: [labelKeys.instance] };
  const [containers, networks] = await Promise.all([
    callEngine({ name: 'list containers', deadlineMs }, (abortSignal) =>
      docker.listContainers({ all: true, filters, abortSignal }),
    ),
    callEngine({ name: 'list networks', deadlineMs }, (abortSignal) =>
      docker.listNetworks({ filters, abortSignal }),
    ),
  ]);
  const instances = [...containers, ...networks].flatMap(({ Labels }) => Labels?.[labelKeys.instance] ?? []);
  for (const instance of new Set(instances))
    if (instance.startsWith(prefix)) await removeLabelled(docker, { [labelKeys.instance]: instance });
}
