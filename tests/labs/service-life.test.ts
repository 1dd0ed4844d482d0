import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LabServiceHost, type LabServiceProcess } from '@/tests/support/lab-service';

const nginx = `events {}
http {
  upstream pool { server app1:8080; server app2:8080; server app3:8080; }
  server { listen 80; location / { proxy_pass http://pool; } }
}
`;
const files = { 'nginx.conf': nginx };

describe('the lab service with real containers', () => {
  let host: LabServiceHost;
  let service: LabServiceProcess;

  beforeAll(async () => {
    host = await LabServiceHost.create();
    service = await host.start();
  });
  afterAll(async () => {
    await host.remove();
  });

  it('takes a learner from a ticket to a routed request, and leaves nothing when the lab is ended', async () => {
    const client = await service.connect();
    await client.untilState('ready');
    const applied = await client.request({ type: 'apply', balancer: 'nginx', files });
    expect(applied).toMatchObject({ type: 'applied', version: 1, outcome: { ok: true } });
    const request = {
      method: 'GET' as const,
      path: '/',
      headers: [],
      body: '',
      connection: null,
      port: 80,
      timeoutMs: 2000,
    };
    const answer = await client.request({ type: 'send', request });
    expect(answer).toMatchObject({ type: 'response', response: { status: 200 } });
    client.send({ type: 'end' });
    await client.untilClosed();
    const runtime = host.runtime();
    await expect.poll(() => runtime.list(), { timeout: 20_000 }).toEqual([]);
  });

  it('shows a fault within 300 ms of the press', async () => {
    const client = await service.connect();
    await client.untilState('ready');
    await client.request({ type: 'apply', balancer: 'nginx', files });
    await client.request({ type: 'traffic', settings: { on: true, rate: 100 } });
    await client.until(() => client.all('stats').find((frame) => frame.stats.ok > 0), 'traffic');
    const pressedAt = performance.now();
    client.send({ type: 'fault', server: 'app2', fault: { kind: 'crash' } });
    await client.until(
      () =>
        client
          .all('stats')
          .find((frame) =>
            frame.stats.servers.some(({ name, health }) => name === 'app2' && health === 'crashed'),
          ),
      'the crash in a stats frame',
    );
    expect(performance.now() - pressedAt).toBeLessThan(300);
    expect(await client.request({ type: 'heal', server: null })).toMatchObject({ type: 'done' });
    client.send({ type: 'end' });
    await client.untilClosed();
  });

  it('goes on after a reload: the same cell, the whole picture first', async () => {
    const who = { run: randomUUID(), learner: randomUUID() };
    const client = await service.connect(who);
    await client.untilState('ready');
    await client.request({ type: 'apply', balancer: 'nginx', files });
    await client.request({ type: 'fault', server: 'app3', fault: { kind: 'slow', delayMs: 100 } });
    client.close();
    await client.untilClosed();
    const back = await service.connect(who);
    const first = await back.until(() => back.frames[0], 'the first frame');
    expect(first).toMatchObject({
      type: 'snapshot',
      snapshot: {
        state: { kind: 'ready' },
        balancer: { kind: 'serving', balancer: 'nginx', version: 1 },
        faults: [{ server: 'app3', fault: { kind: 'slow' } }],
      },
    });
    back.send({ type: 'end' });
    await back.untilClosed();
  });

  it('is healthy only if a real cell routes a real request', async () => {
    const [first, second] = await Promise.all([
      fetch(`${service.url}/health`),
      fetch(`${service.url}/health`),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await first.json()).toEqual(await second.json());
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
    const runtime = host.runtime();
    await expect.poll(() => runtime.list(), { timeout: 20_000 }).toEqual([]);
  });

  it('ends politely: no container and no network is left', async () => {
    // Two services of one instance would take each other's cells for leftovers.
    expect(await service.stop()).toBe(0);
    const other = await host.start({ LAB_WARM_CELLS: '1' });
    const client = await other.connect();
    await client.untilState('ready');
    expect(await other.stop()).toBe(0);
    expect(await client.untilClosed()).toMatchObject({ code: 4003 });
    expect(client.state?.kind).toBe('suspended');
    expect(await host.runtime().list()).toEqual([]);
  });
});
