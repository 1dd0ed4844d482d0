import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { generateKeyPair, jwtVerify, type CryptoKey } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Receipt, receiptAudience, receiptIssuer, type ReceiptEvent } from '@/labs/protocol/receipts';
import { createLog } from '@/labs/service/observability/log';
import { ServiceMetrics } from '@/labs/service/observability/metrics';
import { Outbox } from './outbox';

const bootedAt = (value: number): ReceiptEvent => ({ kind: 'host-booted', host: 'h', bootedAt: value });

describe('the outbox', () => {
  let dataDir: string;
  let keys: { privateKey: CryptoKey; publicKey: CryptoKey };
  let server: Server;
  let siteUrl: string;
  let answers: number[];
  let received: number[];

  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'outbox-'));
    keys = await generateKeyPair('EdDSA');
    answers = [];
    received = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const status = answers.shift() ?? 204;
        void readBootedAt(body).then((value) => {
          if (status < 300) received.push(value);
          response.writeHead(status).end();
        });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    siteUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  });
  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(dataDir, { recursive: true });
  });

  async function readBootedAt(body: string): Promise<number> {
    const { receipt } = z.object({ receipt: z.string() }).parse(JSON.parse(body));
    const { payload } = await jwtVerify(receipt, keys.publicKey, {
      issuer: receiptIssuer,
      audience: receiptAudience,
    });
    const { event } = Receipt.parse(payload);
    return event.kind === 'host-booted' ? event.bootedAt : -1;
  }

  const open = (maxPending?: number, url = siteUrl) =>
    Outbox.open({
      dataDir,
      siteUrl: url,
      key: keys.privateKey,
      metrics: new ServiceMetrics(),
      log: createLog('silent'),
      ...(maxPending ? { maxPending } : {}),
    });
  const list = (folder: 'pending' | 'dead') => readdir(path.join(dataDir, 'outbox', folder));

  it('delivers signed receipts in the order in which things happened, and keeps none', async () => {
    const outbox = await open();
    for (const value of [1, 2, 3]) void outbox.report(bootedAt(value));
    await outbox.close(2000);
    expect(received).toEqual([1, 2, 3]);
    expect(await list('pending')).toEqual([]);
  });

  it('has a receipt on disk when it says so, and delivers it after a crash', async () => {
    const dead = await open(undefined, 'http://127.0.0.1:9');
    await dead.report(bootedAt(1));
    await dead.report(bootedAt(2));
    expect(await list('pending')).toHaveLength(2);
    const next = await open();
    await vi.waitFor(() => expect(received).toEqual([1, 2]));
    await next.close(0);
    await dead.close(0);
  });

  it('repeats until the site takes it, and keeps the order meanwhile', async () => {
    answers = [503, 429, 204];
    const outbox = await open();
    void outbox.report(bootedAt(1));
    void outbox.report(bootedAt(2));
    await vi.waitFor(() => expect(received).toEqual([1, 2]), { timeout: 5000 });
    await outbox.close(0);
  });

  it('sets aside what the site refuses for good, and goes on', async () => {
    answers = [422, 204];
    const outbox = await open();
    void outbox.report(bootedAt(1));
    void outbox.report(bootedAt(2));
    await vi.waitFor(() => expect(received).toEqual([2]));
    await outbox.close(2000);
    expect(await list('dead')).toHaveLength(1);
    expect(await list('pending')).toEqual([]);
  });

  it('passes over half-written files and what is no receipt', async () => {
    await (await open()).close(0);
    await writeFile(path.join(dataDir, 'outbox/pending/1.json.part'), '{"id"');
    await writeFile(path.join(dataDir, 'outbox/pending/2.json'), 'nonsense');
    const outbox = await open();
    await outbox.report(bootedAt(7));
    await vi.waitFor(() => expect(received).toEqual([7]));
    await outbox.close(2000);
    expect(await list('pending')).toEqual([]);
    expect(await list('dead')).toEqual(['2.json']);
  });

  it('is bounded: the oldest receipts make room', async () => {
    const outbox = await open(3, 'http://127.0.0.1:9');
    for (const value of [1, 2, 3, 4, 5]) await outbox.report(bootedAt(value));
    await outbox.close(0);
    expect(await list('pending')).toHaveLength(3);
    expect(await list('dead')).toHaveLength(2);
  });
});
