import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ProbeReport, servedByHeader } from '@/labs/protocol/agent-frames';
import { ApplyOutcome } from '@/labs/protocol/diagnostics';
import { NodeName } from '@/labs/protocol/names';
import type { Cell } from './cell-runtime';
import { ContractAgent } from './contract-agent';
import { describeLaunches } from './contract-launches';
import type { RuntimeContract } from './runtime-contract';

const inAnHour = (): number => Date.now() + 3_600_000;

const roundRobin = `events {}
http {
  upstream servers { server app1:8080 max_fails=0; server app2:8080 max_fails=0; server app3:8080 max_fails=0; }
  server { listen 80; location / { proxy_pass http://servers; proxy_connect_timeout 1s; proxy_read_timeout 1s; } }
}
`;

type Agents = Record<NodeName, ContractAgent>;

function listen({ nodes }: Cell): Agents {
  return {
    balancer: new ContractAgent(nodes.balancer),
    app1: new ContractAgent(nodes.app1),
    app2: new ContractAgent(nodes.app2),
    app3: new ContractAgent(nodes.app3),
    traffic: new ContractAgent(nodes.traffic),
  };
}

/** Which servers answered six requests, each over a connection of its own. */
async function askServers({ traffic }: Agents): Promise<string[]> {
  const requests = Array.from({ length: 6 }, () => ({ id: `p${randomUUID()}`, timeoutMs: 10_000 }));
  const reports = z
    .array(ProbeReport)
    .parse(await traffic.request({ type: 'probe', requests, concurrency: 1 }, 60_000));
  expect(reports.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  const servers = reports.flatMap(({ headers }) =>
    headers.filter(([name]) => name.toLowerCase() === servedByHeader).map(([, value]) => value),
  );
  return [...new Set(servers)].toSorted();
}

/** What every CellRuntime promises. Each adapter runs all of it. */
export function describeCellRuntime(contract: RuntimeContract): void {
  describe('a cell', () => {
    const runtime = contract.createRuntime(`${contract.instancePrefix}${randomUUID()}`);
    let cell: Cell;
    let agents: Agents;

    beforeAll(async () => {
      cell = await runtime.launch({ cellId: 'cell', expiresAt: inAnHour() });
      agents = listen(cell);
    });
    afterAll(async () => {
      await runtime.remove('cell');
      expect(await runtime.list()).toEqual([]);
      await runtime.close();
    });

    test('stands on an engine that is healthy', async () => {
      expect(await runtime.health()).toMatchObject({ ok: true });
    });

    test.each(NodeName.options)(
      'hears hello from %s, also when it spoke before anybody listened',
      async (name) => {
        const role = name === 'balancer' || name === 'traffic' ? name : 'app';
        const server = role === 'app' ? name : null;
        expect(await agents[name].hello()).toEqual({ type: 'hello', role, server });
      },
    );

    test.each(NodeName.options)('has its ping answered by %s', async (name) => {
      await agents[name].ping();
    });

    test('routes requests once a configuration is applied, and not to a server that is unplugged', async () => {
      const outcome = ApplyOutcome.parse(
        await agents.balancer.request({
          type: 'apply',
          balancer: 'nginx',
          files: { 'nginx.conf': roundRobin },
        }),
      );
      expect(outcome).toMatchObject({ ok: true });
      expect(await askServers(agents)).toEqual(['app1', 'app2', 'app3']);
      await cell.nodes.app2.unplug();
      await cell.nodes.app2.unplug();
      expect(await askServers(agents)).toEqual(['app1', 'app3']);
      await cell.nodes.app2.plug();
      await cell.nodes.app2.plug();
      expect(await askServers(agents)).toEqual(['app1', 'app2', 'app3']);
    });

    test('rejects a broken configuration with the line of its error and keeps serving', async () => {
      const files = { 'nginx.conf': 'events {}\nsyntax-error on;\nhttp {}\n' };
      const outcome = ApplyOutcome.parse(
        await agents.balancer.request({ type: 'apply', balancer: 'nginx', files }),
      );
      expect(outcome.ok).toBe(false);
      expect(outcome.diagnostics).toContainEqual(
        expect.objectContaining({ file: 'nginx.conf', line: 2, severity: 'error' }),
      );
      expect(await askServers(agents)).toEqual(['app1', 'app2', 'app3']);
    });

    test('keeps a paused container silent until it is resumed', async () => {
      const { node } = agents.app1;
      await node.pause();
      await node.pause();
      await expect(agents.app1.ping(300)).rejects.toThrow('no answer to ping');
      await agents.app2.ping();
      await node.resume();
      await node.resume();
      await agents.app1.ping();
    });

    test('starts a crashed server anew with the next line', async () => {
      const from = agents.app3.events.length;
      agents.app3.post({ type: 'crash' });
      const isBack = agents.app3.hello({ from });
      const knock = setInterval(() => agents.app3.post({ type: 'ping' }), 100);
      await isBack.finally(() => clearInterval(knock));
      await agents.app3.ping();
    });

    test.each(['running', 'paused', 'unplugged'])('restarts a container that is %s', async (state) => {
      const exits: unknown[] = [];
      const { node, events } = agents.app2;
      const stop = node.onExit((exit) => exits.push(exit));
      if (state === 'paused') await node.pause();
      if (state === 'unplugged') await node.unplug();
      const from = events.length;
      await node.restart();
      await agents.app2.hello({ from });
      await agents.app2.ping();
      expect(await askServers(agents)).toEqual(['app1', 'app2', 'app3']);
      stop();
      expect(exits).toEqual([]);
    });

    test('tells of an exit that nobody asked for, and restarts after it', async () => {
      const { node, events } = agents.balancer;
      const exit = new Promise((resolve) => node.onExit(resolve));
      await contract.killContainer(cell, 'balancer');
      expect(await exit).toEqual({ code: 137 });
      const late = new Promise((resolve) => node.onExit(resolve));
      expect(await late).toEqual({ code: 137 });
      const from = events.length;
      node.send(JSON.stringify({ type: 'ping', id: 999_999 }));
      await node.restart();
      await agents.balancer.hello({ from });
      await agents.balancer.ping();
      expect(events.slice(from)).not.toContainEqual(expect.objectContaining({ id: 999_999 }));
    });

    test('says how much memory each container takes', async () => {
      const bytes = await Promise.all(Object.values(cell.nodes).map((node) => node.memoryBytes()));
      for (const one of bytes) expect(one).toBeGreaterThan(1_000_000);
    });

    test('carries out orders to one container one after the other', async () => {
      const { node } = agents.app1;
      await Promise.all([
        node.pause(),
        node.resume(),
        node.unplug(),
        node.plug(),
        node.pause(),
        node.resume(),
      ]);
      await agents.app1.ping();
    });
  });

  describeLaunches(contract);
}
