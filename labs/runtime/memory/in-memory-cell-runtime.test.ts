import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { LaunchError } from '../cell-runtime';
import { describeCellRuntime } from '../contract';
import { ContractAgent } from '../contract-agent';
import { InMemoryCellRuntime, type MemoryEngine } from './in-memory-cell-runtime';

const engine: MemoryEngine = new Map();

describe('InMemoryCellRuntime', () => {
  describeCellRuntime({
    instancePrefix: 'contract-',
    createRuntime: (instance) => new InMemoryCellRuntime({ instance, engine, launchMs: 20 }),
    async killContainer(cell, node) {
      for (const cells of engine.values())
        for (const kept of cells.values()) if (kept.cell === cell) kept.cell.nodes[node].exit(137);
    },
    isStuck: async () => false,
    abortAfterMs: [0, 5],
  });

  const expiresAt = Date.now() + 60_000;

  test('fails the next launch when a test asks for it, and only that one', async () => {
    const runtime = new InMemoryCellRuntime();
    runtime.failNextLaunch('host-full');
    const failure: unknown = await runtime
      .launch({ cellId: 'one', expiresAt })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LaunchError);
    expect(failure).toMatchObject({ code: 'host-full' });
    await runtime.launch({ cellId: 'one', expiresAt });
  });

  test('runs no more launches at once than it was told', async () => {
    const runtime = new InMemoryCellRuntime({ maxLaunches: 3, launchMs: 5 });
    await Promise.all(Array.from({ length: 12 }, () => runtime.launch({ cellId: randomUUID(), expiresAt })));
    expect(runtime.mostLaunching).toBe(3);
    expect(await runtime.list()).toHaveLength(12);
  });

  test('tells of every container when a cell is lost', async () => {
    const runtime = new InMemoryCellRuntime();
    const { nodes } = await runtime.launch({ cellId: 'one', expiresAt });
    const exits = Object.values(nodes).map((node) => new Promise((resolve) => node.onExit(resolve)));
    runtime.loseCell('one');
    expect(await Promise.all(exits)).toEqual(Array(5).fill({ code: null }));
    expect(await runtime.list()).toEqual([]);
  });

  test('ticks while load runs, and tells which server served what', async () => {
    const runtime = new InMemoryCellRuntime();
    const { nodes } = await runtime.launch({ cellId: 'one', expiresAt });
    const [balancer, app1, app2, traffic] = [nodes.balancer, nodes.app1, nodes.app2, nodes.traffic].map(
      (node) => new ContractAgent(node),
    );
    await balancer?.request({ type: 'apply', balancer: 'haproxy', files: { 'haproxy.cfg': 'defaults\n' } });
    await app1?.request({ type: 'app-fault', fault: { kind: 'errors', share: 1 }, leaseMs: 60_000 });
    await traffic?.request({ type: 'load', settings: { rate: 100 } });
    const tick = await traffic?.waitFor('tick', (event) => event.type === 'tick' && event.sent > 0);
    expect(tick).toMatchObject({ failures: { 500: expect.any(Number) } });
    await app2?.waitFor('served', (event) => event.type === 'served' && event.records.length > 0);
    await traffic?.request({ type: 'load', settings: null });
    await runtime.remove('one');
  });
});
