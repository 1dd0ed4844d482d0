import { randomUUID } from 'node:crypto';
import type { NodeName } from '@/labs/protocol/names';
import type { Cell } from '../cell-runtime';
import { type CellIdentity, cellName, labelKeys } from './cell-labels';
import { buildContainerOptions } from './container-options';
import { DockerNode } from './docker-node';
import type { EngineSettings } from './engine';
import { callEngine } from './engine-call';
import { NetworkJoins } from './network-joins';
import { buildNetworkOptions } from './network-options';
import { removeLabelled } from './remove-labelled';
import { isSubnetTaken } from './launch-failure';
import type { Subnet, SubnetPool } from './subnets';

const createDeadlineMs = 30_000;
/** How many networks are tried before the pool counts as full. */
const maxAttempts = 8;

/** A cell that this process launched. */
export interface DockerCell extends Cell {
  readonly nodes: Readonly<Record<NodeName, DockerNode>>;
  readonly subnet: Subnet;
}

/** Waits for all, also after a failure: what is still being made could not be removed yet. Throws what failed first. */
async function settle(promises: readonly Promise<unknown>[]): Promise<void> {
  const failures: unknown[] = [];
  await Promise.all(promises.map((promise) => promise.catch((error: unknown) => failures.push(error))));
  if (failures.length > 0) throw failures[0];
}

type Launch = EngineSettings & { identity: CellIdentity; subnet: Subnet; engineMajor: number };

async function makeCell(launch: Launch, signal?: AbortSignal): Promise<DockerCell> {
  const { docker, identity, subnet, engineMajor } = launch;
  // Calls that make something are not cut off by the caller's signal: only what has been answered for can be removed.
  const network = callEngine({ name: 'create a network', deadlineMs: createDeadlineMs }, (abortSignal) =>
    docker.createNetwork({ ...buildNetworkOptions(identity, subnet, engineMajor), abortSignal }),
  );
  const joins = NetworkJoins.open(docker, cellName(identity));
  const attached: DockerNode[] = [];
  const startNode = async (name: NodeName): Promise<DockerNode> => {
    // The engine looks the network up when a container starts, so all are made at the same time.
    const options = buildContainerOptions(identity, name, subnet, launch);
    const container = callEngine(
      { name: 'create a container', deadlineMs: createDeadlineMs },
      (abortSignal) => docker.createContainer({ ...options, abortSignal }),
    );
    await settle([network, container, joins]);
    signal?.throwIfAborted();
    const node = new DockerNode(name, await container, { handle: await network, subnet });
    attached.push(node);
    await node.attach(signal);
    await (await joins).start((await container).id, () => node.start(signal));
    return node;
  };
  const starts = {
    balancer: startNode('balancer'),
    traffic: startNode('traffic'),
    app1: startNode('app1'),
    app2: startNode('app2'),
    app3: startNode('app3'),
  };
  try {
    await settle(Object.values(starts));
    signal?.throwIfAborted();
  } catch (error) {
    for (const node of attached) node.release();
    throw error;
  } finally {
    void joins.then((open) => open.close()).catch(() => undefined);
  }
  const nodes = {
    balancer: await starts.balancer,
    traffic: await starts.traffic,
    app1: await starts.app1,
    app2: await starts.app2,
    app3: await starts.app3,
  };
  return { id: identity.cellId, nodes, subnet };
}

/** Makes a cell. What a failed attempt made is removed before this throws. */
export async function launchCell(
  engine: EngineSettings & { engineMajor: number; pool: SubnetPool },
  request: Omit<CellIdentity, 'launchId'>,
  signal?: AbortSignal,
): Promise<DockerCell> {
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    const identity = { ...request, launchId: randomUUID() };
    const subnet = engine.pool.take();
    try {
      return await makeCell({ ...engine, identity, subnet }, signal);
    } catch (error) {
      // An engine that does not answer keeps its leftovers; they carry labels, and the reaper finds them.
      await removeLabelled(engine.docker, { [labelKeys.launch]: identity.launchId }).catch(() => undefined);
      // A network that another instance holds stays marked as taken.
      if (isSubnetTaken(error) && attempt < maxAttempts) continue;
      if (!isSubnetTaken(error)) engine.pool.release(subnet);
      throw error;
    }
  }
}
