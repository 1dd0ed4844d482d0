import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createLiveCell } from '@/labs/cell/create-live-cell';
import type { LiveCell } from '@/labs/cell/live-cell';
import { mainFile } from '@/labs/protocol/files';
import { serverNames, type Balancer } from '@/labs/protocol/names';
import type { ProbeRequestInput, ProbeResponse } from '@/labs/protocol/requests';
import { ensureLabImage } from '@/labs/images/build';
import { DockerCellRuntime } from '@/labs/runtime/docker/docker-cell-runtime';

/** Every configuration that the lessons of module 5 show, applied in a real cell and held to what the text says of it. */
const folder = path.join(
  import.meta.dirname,
  '../../content/courses/system-design-mastery/05-load-balancing/configs',
);
const extension = { nginx: 'conf', haproxy: 'cfg' } as const;

type Name = 'layer-4' | 'layer-7' | 'failover' | 'sticky' | 'bare' | 'retry-storm';

const read = (name: Name, balancer: Balancer) =>
  readFile(path.join(folder, `${name}.${extension[balancer]}`), 'utf8');

const withoutApp3 = (text: string) => text.replace(/^\s*server app3 .*\n|^\s*server app3:.*\n/m, '');

function countByServer(responses: readonly ProbeResponse[]) {
  return serverNames.map((name) => responses.filter(({ server }) => server === name).length);
}

/** `count` requests in turn over `connections` keep-alive connections, whose names start with `prefix`. */
function inTurn(count: number, connections: number, prefix: string): ProbeRequestInput[] {
  return Array.from({ length: count }, (_, index) => ({ connection: `${prefix}${index % connections}` }));
}

describe.each<Balancer>(['nginx', 'haproxy'])('lesson configurations on %s', (balancer) => {
  let runtime: DockerCellRuntime;
  const cellId = randomUUID();
  let cell: LiveCell;

  async function apply(text: string) {
    const outcome = await cell.apply(balancer, { [mainFile[balancer]]: text });
    expect(outcome).toMatchObject({ ok: true });
  }
  const applyFile = async (name: Name) => apply(await read(name, balancer));

  beforeAll(async () => {
    runtime = new DockerCellRuntime({
      instance: `${process.env.LAB_INSTANCE ?? 'test'}-lesson-${balancer}`,
      image: process.env.LAB_IMAGE ?? (await ensureLabImage()).tag,
    });
    cell = await createLiveCell(await runtime.launch({ cellId, expiresAt: Date.now() + 600_000 }));
  });
  afterEach(() => cell.heal(null));
  afterAll(async () => {
    cell.dispose();
    await runtime.remove(cellId);
    await runtime.close();
  });

  test('layer 4 keeps all 60 requests of one connection on one server', async () => {
    await applyFile('layer-4');
    const counts = countByServer(await cell.send(inTurn(60, 1, 'single-4-')));
    expect(counts.toSorted((a, b) => b - a)).toEqual([60, 0, 0]);
  });

  test('layer 4 gives an added server nothing until connections are opened anew', async () => {
    const full = await read('layer-4', balancer);
    await apply(withoutApp3(full));
    expect(countByServer(await cell.send(inTurn(300, 6, 'old')))).toEqual([150, 150, 0]);
    await apply(full);
    expect(countByServer(await cell.send(inTurn(300, 6, 'old')))).toEqual([150, 150, 0]);
    expect(countByServer(await cell.send(inTurn(300, 6, 'new')))).toEqual([100, 100, 100]);
  });

  test('layer 7 spreads the 60 requests of one connection', async () => {
    await applyFile('failover');
    expect(countByServer(await cell.send(inTurn(60, 1, 'single-7-')))).toEqual([20, 20, 20]);
  });

  test('layer 7 routes by path', async () => {
    await applyFile('layer-7');
    const paths = (prefix: string) => Array.from({ length: 20 }, (_, n) => ({ path: `${prefix}${n}` }));
    expect(countByServer(await cell.send(paths('/api/')))).toEqual([0, 0, 20]);
    expect(countByServer(await cell.send(paths('/page/')))).toEqual([10, 10, 0]);
  });

  test('layer 7 overwrites an X-Forwarded-For that the client made up', async () => {
    await applyFile('layer-7');
    const [response] = await cell.send([{ headers: [['X-Forwarded-For', '6.6.6.6']] }]);
    const claimed = response?.seenByServer?.headers.filter(([name]) => /^x-forwarded-for$/i.test(name));
    expect(claimed).toHaveLength(1);
    expect(claimed?.[0]?.[1]).toMatch(/^198\./);
  });

  test.each(['crash', 'hang'] as const)('with failover no GET fails when app2 takes a %s', async (kind) => {
    await applyFile('failover');
    const report = await cell.measureLoad({ rate: 60, durationMs: 5000 }, async () => {
      await cell.inject('app2', { kind });
    });
    expect(report).toMatchObject({ failed: 0, firstFailure: null });
    expect(report.sent).toBeGreaterThan(250);
  });

  test('with failover a POST that a hung server may have taken is not sent again', async () => {
    await applyFile('failover');
    await cell.inject('app2', { kind: 'hang' });
    const posts = Array.from({ length: 12 }, () => ({ method: 'POST' as const, body: 'amount=1' }));
    const statuses = (await cell.send(posts, { concurrency: 12 })).map(({ status }) => status);
    expect(statuses.filter((status) => status === 504)).toHaveLength(4);
    expect(statuses.filter((status) => status === 200)).toHaveLength(8);
  });

  test('retries triple the load of servers that all fail, and help nobody', async () => {
    await applyFile('retry-storm');
    for (const server of serverNames) await cell.inject(server, { kind: 'errors', share: 1 });
    const report = await cell.measureLoad({ rate: 100, durationMs: 3000 });
    expect(report).toMatchObject({ ok: 0, failed: report.sent });
    const served = serverNames.reduce((sum, name) => sum + report.servedBy[name], 0);
    expect(served).toBe(3 * (report.sent + report.repeated));
  });

  test('sessions and a server that is added', async () => {
    const full = await read('sticky', balancer);
    await apply(withoutApp3(full));
    if (balancer === 'haproxy') {
      const first = await cell.send(Array.from({ length: 30 }, () => ({})));
      const cookies = first.map(
        ({ headers }) => headers.find(([name]) => /^set-cookie$/i.test(name))?.[1].split(';')[0] ?? '',
      );
      const again = Array.from({ length: 300 }, (_, n): ProbeRequestInput => ({
        headers: [['Cookie', cookies[n % 30] ?? '']],
      }));
      expect(countByServer(await cell.send(again))).toEqual([150, 150, 0]);
      await apply(full);
      expect(countByServer(await cell.send(again))).toEqual([150, 150, 0]);
      return;
    }
    const sessions = Array.from({ length: 300 }, (_, n): ProbeRequestInput => ({
      headers: [['Cookie', `session=s${n}`]],
    }));
    const before = await cell.send(sessions);
    await apply(full);
    const after = await cell.send(sessions);
    const moved = after.filter(({ server }, n) => server !== before[n]?.server);
    expect(moved.every(({ server }) => server === 'app3')).toBe(true);
    expect(moved).toHaveLength(93);
  });

  if (balancer === 'haproxy') {
    test('without check and redispatch every third request gets 503 after 3 to 4 s', async () => {
      await applyFile('bare');
      await cell.inject('app2', { kind: 'crash' });
      const report = await cell.measureLoad({ rate: 30, durationMs: 3000, clients: 64, timeoutMs: 10_000 });
      expect(report.failures).toEqual({ '503': report.failed });
      expect(report.failed / report.sent).toBeGreaterThan(0.3);
      expect(report.failed / report.sent).toBeLessThan(0.37);
      expect(report.p99Ms).toBeGreaterThan(2900);
    });
  } else {
    test('as it comes, a crash is hidden by the next server', async () => {
      await applyFile('bare');
      const report = await cell.measureLoad({ rate: 60, durationMs: 3000 }, async () => {
        await cell.inject('app2', { kind: 'crash' });
      });
      expect(report.failed).toBe(0);
    });

    test('a hung server stays in rotation when clients give up before Nginx does', async () => {
      const text = (await read('bare', balancer)).replace('listen 80;', 'listen 80; proxy_read_timeout 2s;');
      await apply(text);
      await cell.inject('app2', { kind: 'hang' });
      const report = await cell.measureLoad({ rate: 60, durationMs: 8000, timeoutMs: 1000 });
      expect(report.failed / report.sent).toBeGreaterThan(0.3);
      expect(report.failed / report.sent).toBeLessThan(0.37);
    });
  }
});
