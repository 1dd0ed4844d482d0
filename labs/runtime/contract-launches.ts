import { setTimeout as delay } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { NodeName } from '@/labs/protocol/names';
import { type Cell, type CellRuntime, LaunchError } from './cell-runtime';
import { ContractAgent } from './contract-agent';
import type { RuntimeContract } from './runtime-contract';

const simultaneousLaunches = 30;

const nodesOf = (cell: Cell): NodeName[] => Object.values(cell.nodes).map(({ name }) => name);

/** What launches and removals promise. */
export function describeLaunches({
  createRuntime,
  abortAfterMs,
  instancePrefix,
  isStuck,
}: RuntimeContract): void {
  describe('launching and removing', () => {
    const used: { instance: string; runtime: CellRuntime }[] = [];
    const expiresAt = Date.now() + 3_600_000;

    const newInstance = () => `${instancePrefix}${randomUUID()}`;

    function open(instance = newInstance()): CellRuntime {
      const runtime = createRuntime(instance);
      used.push({ instance, runtime });
      return runtime;
    }

    afterEach(async () => {
      for (const { instance, runtime } of used.splice(0)) {
        await Promise.all((await runtime.list()).map(({ id }) => runtime.remove(id)));
        for (const left of await runtime.list()) {
          expect(left).toMatchObject({ containers: 0, networks: 1 });
          expect(await isStuck(instance, left.id), `the engine gives up the network of ${left.id}`).toBe(
            true,
          );
        }
        await runtime.close();
      }
    });

    test('lists a cell with all that belongs to it, and nothing once it is removed, however often', async () => {
      const runtime = open();
      await runtime.launch({ cellId: 'one', expiresAt });
      expect(await runtime.list()).toEqual([{ id: 'one', expiresAt, containers: 5, networks: 1 }]);
      await Promise.all([runtime.remove('one'), runtime.remove('one'), runtime.remove('unknown')]);
      expect(await runtime.list()).toEqual([]);
      await runtime.remove('one');
    });

    test('reports no exit of a cell that it removed', async () => {
      const runtime = open();
      const cell = await runtime.launch({ cellId: 'one', expiresAt });
      const exits: unknown[] = [];
      for (const node of Object.values(cell.nodes)) node.onExit((exit) => exits.push(exit));
      await cell.nodes.app1.pause();
      await runtime.remove('one');
      expect(await runtime.list()).toEqual([]);
      expect(exits).toEqual([]);
      await expect(cell.nodes.app2.pause()).rejects.toThrow();
      await expect(cell.nodes.app2.restart()).rejects.toThrow();
    });

    test.each(abortAfterMs)('leaves nothing of a launch that is called off after %i ms', async (afterMs) => {
      const runtime = open();
      const stop = new AbortController();
      const launch = runtime.launch({ cellId: 'one', expiresAt }, stop.signal);
      const refused = expect(launch).rejects.toBeInstanceOf(LaunchError);
      await delay(afterMs);
      stop.abort();
      await refused;
      expect(await runtime.list()).toEqual([]);
    });

    test('makes nothing for a caller who has left already', async () => {
      const runtime = open();
      const launch = runtime.launch({ cellId: 'one', expiresAt }, AbortSignal.abort());
      await expect(launch).rejects.toBeInstanceOf(LaunchError);
      expect(await runtime.list()).toEqual([]);
    });

    test('ends a launch whose cell is removed meanwhile', async () => {
      const runtime = open();
      const refused = expect(runtime.launch({ cellId: 'one', expiresAt })).rejects.toBeInstanceOf(
        LaunchError,
      );
      await runtime.remove('one');
      await refused;
      expect(await runtime.list()).toEqual([]);
    });

    test('refuses a second cell of the same id and leaves the first alone', async () => {
      const instance = newInstance();
      const runtime = open(instance);
      const first = await runtime.launch({ cellId: 'one', expiresAt });
      const traffic = new ContractAgent(first.nodes.traffic);
      const twins = [runtime, createRuntime(instance)];
      for (const twin of twins)
        await expect(twin.launch({ cellId: 'one', expiresAt })).rejects.toBeInstanceOf(LaunchError);
      await twins[1]?.close();
      expect(await runtime.list()).toEqual([{ id: 'one', expiresAt, containers: 5, networks: 1 }]);
      await traffic.ping();
      await runtime.remove('one');
      await runtime.launch({ cellId: 'one', expiresAt });
    });

    test('keeps instances apart, also when they use one cell id', async () => {
      const [mine, theirs] = [open(), open()];
      const [, other] = await Promise.all([
        mine.launch({ cellId: 'one', expiresAt }),
        theirs.launch({ cellId: 'one', expiresAt }),
      ]);
      const traffic = new ContractAgent(other.nodes.traffic);
      await mine.remove('one');
      expect(await mine.list()).toEqual([]);
      expect(await theirs.list()).toHaveLength(1);
      await traffic.ping();
    });

    test('finds and removes what an earlier process of the instance left', async () => {
      const instance = newInstance();
      const earlier = createRuntime(instance);
      await earlier.launch({ cellId: 'one', expiresAt });
      await earlier.close();
      const later = open(instance);
      expect(await later.list()).toEqual([{ id: 'one', expiresAt, containers: 5, networks: 1 }]);
      await later.remove('one');
      expect(await later.list()).toEqual([]);
    });

    test(`serves ${simultaneousLaunches} launches at once`, { timeout: 300_000 }, async () => {
      const runtime = open();
      const ids = Array.from({ length: simultaneousLaunches }, (_, index) => `cell-${index}`);
      const launches = ids.map((cellId) => runtime.launch({ cellId, expiresAt }));
      await Promise.allSettled(launches);
      const cells = await Promise.all(launches);
      expect(cells.map(({ id }) => id)).toEqual(ids);
      for (const cell of cells) expect(nodesOf(cell)).toHaveLength(5);
      await Promise.all(cells.map((cell) => new ContractAgent(cell.nodes.traffic).ping(60_000)));
      expect(await runtime.list()).toHaveLength(simultaneousLaunches);
    });
  });
}
