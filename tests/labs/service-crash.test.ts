import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { killNode } from '@/tests/support/docker-kill';
import type { LabClient } from '@/tests/support/lab-client';
import { LabServiceHost, type LabServiceProcess } from '@/tests/support/lab-service';
import { startReceiptSite, type ReceiptSite } from '@/tests/support/receipt-site';

const files = {
  'nginx.conf': `events {}
http { server { listen 80; location / { proxy_pass http://app1:8080; } } }
`,
};
const request = {
  method: 'GET' as const,
  path: '/',
  headers: [],
  body: '',
  connection: null,
  port: 80,
  timeoutMs: 2000,
};

describe('what goes wrong around a lab', () => {
  let host: LabServiceHost;
  let service: LabServiceProcess;

  beforeAll(async () => {
    host = await LabServiceHost.create();
  });
  afterEach(async () => {
    await service.stop();
    expect(await host.runtime().list()).toEqual([]);
  });
  afterAll(async () => {
    await host.remove();
  });

  async function openReady(who: { run?: string; learner?: string } = {}) {
    const client = await service.connect(who);
    await client.untilState('ready');
    return client;
  }

  async function expectRouting(client: LabClient) {
    const applied = await client.request({ type: 'apply', balancer: 'nginx', files });
    expect(applied).toMatchObject({ type: 'applied', outcome: { ok: true } });
    expect(await client.request({ type: 'send', request })).toMatchObject({ response: { status: 200 } });
  }

  it.each([0, 60, 150, 300, 500, 800, 1200])(
    'kill -9 of the service %i ms into a launch leaves nothing once it is back, and a fresh start works',
    async (afterMs) => {
      service = await host.start();
      const client = await service.connect();
      await delay(afterMs);
      await service.kill();
      await client.untilClosed();
      service = await host.start();
      await expect.poll(() => host.runtime().list(), { timeout: 30_000 }).toEqual([]);
      if (afterMs === 300) await expectRouting(await openReady());
    },
  );

  it('kill -9 of the service under a live lab: the same run goes on in a fresh cell', async () => {
    const who = { run: randomUUID(), learner: randomUUID() };
    service = await host.start();
    await openReady(who);
    const [left] = await host.runtime().list();
    await service.kill();
    service = await host.start();
    await expectRouting(await openReady(who));
    await expect
      .poll(async () => (await host.runtime().list()).map((cell) => cell.id), { timeout: 30_000 })
      .not.toContain(left?.id);
    expect(await host.runtime().list()).toHaveLength(1);
  });

  it('a killed traffic container suspends the run; Apply goes on in a new cell', async () => {
    service = await host.start();
    const client = await openReady();
    await killNode(host.instance, 'traffic');
    const suspended = await client.untilState('suspended');
    expect(suspended.message).toContain('Your files are kept');
    await expectRouting(client);
    expect(await host.runtime().list()).toHaveLength(1);
  });

  it('a killed balancer is shown as down and can be restarted; the rest goes on', async () => {
    service = await host.start();
    const client = await openReady();
    await expectRouting(client);
    await killNode(host.instance, 'balancer');
    await client.until(
      () => client.all('balancer').find((frame) => frame.balancer.kind === 'down'),
      'the balancer to be down',
    );
    expect(client.state?.kind).toBe('ready');
    expect(await client.request({ type: 'restart-balancer' })).toMatchObject({ type: 'done' });
    expect(await client.request({ type: 'send', request })).toMatchObject({ response: { status: 200 } });
  });

  it('a killed app server is shown as down and can be healed', async () => {
    service = await host.start();
    const client = await openReady();
    await expectRouting(client);
    await killNode(host.instance, 'app1');
    await client.until(
      () => client.all('stats').find((frame) => frame.stats.servers[0]?.health === 'down'),
      'app1 to be down',
    );
    expect(await client.request({ type: 'heal', server: null })).toMatchObject({ type: 'done' });
    expect(await client.request({ type: 'send', request })).toMatchObject({ response: { status: 200 } });
  });
});

describe('what the site is told', () => {
  let host: LabServiceHost;
  let site: ReceiptSite;

  beforeAll(async () => {
    host = await LabServiceHost.create();
    site = await startReceiptSite(host.keys.receiptPublic);
  });
  afterAll(async () => {
    await host.remove();
    await site.close();
  });

  it('survives a site that is away and a service that is killed, and arrives once, in order', async () => {
    site.answer = 503;
    const first = await host.start({ SITE_URL: site.url });
    const client = await first.connect();
    await client.untilState('ready');
    client.send({ type: 'end' });
    await client.untilClosed();
    await expect.poll(() => first.metric('lab_receipts_pending')).toBe(3);
    await first.kill();
    site.answer = 204;
    await host.start({ SITE_URL: site.url });
    const kinds = () => site.receipts.map((receipt) => receipt.event.kind);
    await expect.poll(kinds, { timeout: 10_000 }).toEqual(['host-booted', 'ready', 'ended', 'host-booted']);
    expect(new Set(site.receipts.map((receipt) => receipt.id)).size).toBe(4);
  });
});
