import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importPKCS8, importSPKI, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiptAudience, receiptIssuer, type ReceiptEvent } from '@/labs/protocol/receipts';
import { TicketClaims } from '@/labs/protocol/ticket';
import { db } from '@/lib/db/client';
import { findScenario } from '@/lib/labs/catalogue';
import { findOpenRun } from '@/lib/labs/find-open-run';
import { findRunRecord } from '@/lib/labs/find-run-record';
import { issueTicket } from '@/lib/labs/issue-ticket';
import { listTaskStandings } from '@/lib/labs/list-task-standings';
import { openWorkspace } from '@/lib/labs/open-workspace';
import { resetFiles } from '@/lib/labs/reset-files';
import { saveFiles } from '@/lib/labs/save-files';
import { startRun } from '@/lib/labs/start-run';
import { storeReceipt } from '@/lib/labs/store-receipt';
import { writeCatalogue } from '@/setup/catalogue';
import { newGuest } from '@/tests/support/people';
import { withSite } from '@/tests/support/with-site';

const origin = 'http://localhost:3000';
const scenario = 'first-balancer';
const host = 'host-a';

const keyPair = () =>
  generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
const tickets = keyPair();
const receipts = keyPair();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'labs-keys-'));
  await writeFile(path.join(folder, 'ticket.pem'), tickets.privateKey);
  await writeFile(path.join(folder, 'receipt.pem'), receipts.publicKey);
  process.env.TICKET_PRIVATE_KEY_FILE = path.join(folder, 'ticket.pem');
  process.env.RECEIPT_PUBLIC_KEY_FILE = path.join(folder, 'receipt.pem');
  await writeCatalogue();
});
afterAll(() => rm(folder, { recursive: true }));
withSite();

const newLearner = async () => (await newGuest()).id;

const start = async (learner: string, over: string | null = null) => {
  const started = await startRun({ learner, scenario, balancer: 'nginx', origin, over });
  if (!started.ok) throw new Error(started.error.message);
  return started.value;
};

const briefOf = async () => {
  const brief = await findScenario(scenario);
  if (brief === null) throw new Error('the catalogue lacks the scenario');
  return brief;
};

const sign = async (event: ReceiptEvent, options: { id?: string; at?: number; key?: string } = {}) =>
  new SignJWT({ id: options.id ?? randomUUID(), at: options.at ?? Date.now(), event })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(receiptIssuer)
    .setAudience(receiptAudience)
    .sign(await importPKCS8(options.key ?? receipts.privateKey, 'EdDSA'));

const report = async (event: ReceiptEvent, options: { id?: string; at?: number } = {}) =>
  storeReceipt(await sign(event, options));

const verdict = (ok: boolean, failedRequests: number | null) => ({
  ok,
  evidence: 'measured',
  counterExample: null,
  expected: null,
  failedRequests,
});

describe('runs and tickets', () => {
  it('a ticket names learner, run, scenario and Origin, and lives for a minute', async () => {
    const learner = await newLearner();
    const { run, ticket, labUrl } = await start(learner);
    const { payload } = await jwtVerify(ticket, await importSPKI(tickets.publicKey, 'EdDSA'));
    const claims = TicketClaims.parse(payload);
    expect(claims).toMatchObject({ sub: learner, run, scenario, origin });
    expect(claims.exp - claims.iat).toBe(60);
    expect(labUrl).toBe('ws://localhost:3001/v1/run');
  });

  it('ten starts at once are one run, and every ticket has an id of its own', async () => {
    const learner = await newLearner();
    const runs = await Promise.all(Array.from({ length: 10 }, () => start(learner)));
    expect(new Set(runs.map((one) => one.run)).size).toBe(1);
    expect(new Set(runs.map((one) => one.ticket)).size).toBe(10);
  });

  it('nobody gets a ticket for another learner’s run', async () => {
    const { run } = await start(await newLearner());
    const answer = await issueTicket(await newLearner(), run, origin);
    expect(answer).toMatchObject({ ok: false, error: { code: 'unknown-run' } });
  });

  it('a run that the page saw end is followed by a new one with the same files, and only its owner can end it', async () => {
    const [learner, stranger] = [await newLearner(), await newLearner()];
    const first = await start(learner);
    await start(stranger, first.run);
    expect((await start(learner)).run).toBe(first.run);
    const second = await start(learner, first.run);
    expect(second.run).not.toBe(first.run);
    expect([second.files, second.revision]).toEqual([first.files, first.revision]);
    expect(await issueTicket(learner, first.run, origin)).toMatchObject({ error: { code: 'run-over' } });
  });
});

describe('files', () => {
  it('the second of two tabs is told of the conflict, and nothing is lost', async () => {
    const learner = await newLearner();
    const { files, revision } = await start(learner);
    const edited = (text: string) => ({ ...files, nginx: { 'nginx.conf': text } });
    const [one, two] = await Promise.all([
      saveFiles(learner, scenario, edited('one'), revision),
      saveFiles(learner, scenario, edited('two'), revision),
    ]);
    const kinds = [one, two].map((answer) => (answer.ok ? answer.value.kind : answer.error.code));
    expect(kinds.sort()).toEqual(['conflict', 'saved']);
    const stored = await openWorkspace(learner, await briefOf());
    expect(stored.revision).toBe(revision + 1);
    const conflict = [one, two].flatMap((answer) =>
      answer.ok && answer.value.kind === 'conflict' ? [answer.value.current] : [],
    );
    expect(conflict).toEqual([stored]);
  });

  it('are a learner’s own', async () => {
    const [learner, other] = [await newLearner(), await newLearner()];
    const { files, revision } = await start(learner);
    await saveFiles(learner, scenario, { ...files, nginx: { 'nginx.conf': 'secret' } }, revision);
    expect(JSON.stringify(await openWorkspace(other, await briefOf()))).not.toContain('secret');
  });

  it('a reset brings back one balancer’s start files and leaves the other’s alone', async () => {
    const learner = await newLearner();
    const { files, revision } = await start(learner);
    await saveFiles(learner, scenario, { ...files, nginx: {}, haproxy: { 'haproxy.cfg': 'mine' } }, revision);
    const answer = await resetFiles(learner, scenario, 'nginx');
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.value.files.nginx).toEqual((await briefOf()).start.nginx);
    expect(answer.value.files.haproxy).toEqual({ 'haproxy.cfg': 'mine' });
  });
});

describe('receipts', () => {
  const base = async () => {
    const learner = await newLearner();
    const { run } = await start(learner);
    return { run, learner, scenario, host };
  };

  it('signed by anybody else are refused', async () => {
    const event: ReceiptEvent = { kind: 'host-booted', host, bootedAt: Date.now() };
    const forged = await sign(event, { key: keyPair().privateKey });
    expect(await storeReceipt(forged)).toMatchObject({ error: { code: 'bad-signature' } });
    expect(await storeReceipt('a.b.c')).toMatchObject({ error: { code: 'bad-signature' } });
  });

  it('sent twice count once; the fewest failed requests and the first pass stay', async () => {
    const of = await base();
    const at = Date.now();
    const task = (ok: boolean, failed: number): ReceiptEvent => ({
      kind: 'task',
      ...of,
      task: 'crash',
      verdict: verdict(ok, failed),
      prediction: null,
    });
    const id = randomUUID();
    expect(await report(task(false, 9), { id, at })).toMatchObject({ value: { isNew: true } });
    expect(await report(task(false, 9), { id, at })).toMatchObject({ value: { isNew: false } });
    await report(task(true, 0), { at: at + 1 });
    await report(task(false, 5), { at: at + 2 });
    const standing = (await listTaskStandings(of.learner, scenario)).crash;
    expect(standing).toMatchObject({ isPassed: true, bestFailedRequests: 0, verdict: { ok: false } });
    const row = await db().labTaskResult.findFirstOrThrow({ where: { userId: of.learner } });
    expect(row.attempts).toBe(3);
  });

  it('about a run under another learner’s name change nothing', async () => {
    const of = await base();
    const stranger = await newLearner();
    const event = { ...of, learner: stranger, task: 'crash', verdict: verdict(true, 0), prediction: null };
    await report({ kind: 'task', ...event });
    await report({ kind: 'ended', ...of, learner: stranger, reason: 'learner', timeline: [] });
    expect(await listTaskStandings(stranger, scenario)).toEqual({});
    expect(await findOpenRun(of.learner, scenario)).toEqual({ id: of.run, isLive: true });
  });

  it('of a host that booted suspend the runs that it had, and no run that came after', async () => {
    const [before, after] = [await base(), await base()];
    const bootedAt = Date.now() + 10_000;
    await report({ kind: 'ready', ...before, startMs: 5 }, { at: bootedAt - 5000 });
    await report({ kind: 'ready', ...after, startMs: 5 }, { at: bootedAt + 5000 });
    await report({ kind: 'host-booted', host, bootedAt });
    expect((await findOpenRun(before.learner, scenario))?.isLive).toBe(false);
    expect((await findOpenRun(after.learner, scenario))?.isLive).toBe(true);
  });

  it('that arrive late do not undo what is newer', async () => {
    const of = await base();
    const at = Date.now() + 10_000;
    await report({ kind: 'ready', ...of, startMs: 5 }, { at });
    await report({ kind: 'suspended', ...of, timeline: [] }, { at: at - 1000 });
    expect((await findOpenRun(of.learner, scenario))?.isLive).toBe(true);
  });

  it('a host’s shutdown leaves a run to resume; the learner’s own end closes it', async () => {
    const of = await base();
    const at = Date.now() + 10_000;
    await report({ kind: 'ended', ...of, reason: 'shutdown', timeline: [] }, { at });
    expect(await findOpenRun(of.learner, scenario)).toEqual({ id: of.run, isLive: false });
    await report({ kind: 'ended', ...of, reason: 'learner', timeline: [] }, { at: at + 1 });
    expect(await findOpenRun(of.learner, scenario)).toBeNull();
  });

  it('what happened in a run can be read afterwards, by its learner alone', async () => {
    const of = await base();
    const timeline = [{ at: 1000, kind: 'ready' as const, text: 'the lab was ready in 12 ms' }];
    await report({ kind: 'ended', ...of, reason: 'idle', timeline }, { at: Date.now() + 10_000 });
    expect(await findRunRecord(of.run, of.learner)).toMatchObject({
      state: 'ended',
      endReason: 'idle',
      timeline,
    });
    expect(await findRunRecord(of.run, await newLearner())).toBeNull();
    expect(await findRunRecord('no-run', of.learner)).toBeNull();
  });
});
