import type Docker from 'dockerode';
import type { CellRecord } from '../cell-runtime';
import { labelFilter, labelKeys } from './cell-labels';
import { callEngine } from './engine-call';

const deadlineMs = 15_000;

/** Everything that carries the labels: ids of containers and networks. */
export async function findByLabels(docker: Docker, labels: Record<string, string>, signal?: AbortSignal) {
  const filters = labelFilter(labels);
  const [containers, networks] = await Promise.all([
    callEngine({ name: 'list containers', deadlineMs, signal }, (abortSignal) =>
      docker.listContainers({ all: true, filters, abortSignal }),
    ),
    callEngine({ name: 'list networks', deadlineMs, signal }, (abortSignal) =>
      docker.listNetworks({ filters, abortSignal }),
    ),
  ]);
  return {
    containers: containers.map(({ Id, Labels }) => ({ id: Id, labels: Labels })),
    networks: networks.map(({ Id, Labels }) => ({ id: Id, labels: Labels ?? {} })),
  };
}

/** What exists of an instance's cells. */
export async function listCells(
  docker: Docker,
  instance: string,
  signal?: AbortSignal,
): Promise<CellRecord[]> {
  const { containers, networks } = await findByLabels(docker, { [labelKeys.instance]: instance }, signal);
  const cells = new Map<string, { id: string; expiresAt: number; containers: number; networks: number }>();
  const count = (kind: 'containers' | 'networks', labels: Record<string, string>) => {
    const id = labels[labelKeys.cell];
    if (id === undefined) return;
    const expiresAt = Number(labels[labelKeys.expires]) || 0;
    const cell = cells.get(id) ?? { id, expiresAt, containers: 0, networks: 0 };
    cell[kind]++;
    cells.set(id, cell);
  };
  for (const { labels } of containers) count('containers', labels);
  for (const { labels } of networks) count('networks', labels);
  return [...cells.values()];
}
