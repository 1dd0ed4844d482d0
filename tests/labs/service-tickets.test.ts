import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LabClient, UpgradeRefused } from '@/tests/support/lab-client';
import { startLabServiceInProcess, type LabServiceInProcess } from '@/tests/support/lab-service-in-process';
import { mintTicket, testOrigin } from '@/tests/support/lab-tickets';
import { ensureKeys } from '@/setup/keys';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

describe('a socket is refused before anything is created', () => {
  let lab: LabServiceInProcess;

  beforeAll(async () => {
    lab = await startLabServiceInProcess();
  });
  afterAll(async () => {
    await lab.stop();
  });

  const open = (ticket: string | null, origin: string | null = testOrigin) =>
    LabClient.connect({ port: lab.service.port, ticket, origin });

  async function expectRefusal(attempt: Promise<LabClient>, status: number, code: string) {
    const launches = lab.runtime.launches;
    const refusal = await attempt.then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(UpgradeRefused);
    expect(refusal).toMatchObject({ status, code });
    expect(lab.runtime.launches).toBe(launches);
  }

  it('without a ticket', () => expectRefusal(open(null), 401, 'ticket-missing'));

  it('with something that is no ticket', () => expectRefusal(open('abc.def.ghi'), 401, 'ticket-invalid'));

  it('with an expired ticket', async () => {
    await expectRefusal(open(await lab.mintTicket({ issuedIn: -63 })), 401, 'ticket-expired');
  });

  it('with a ticket that was made to last longer than 60 s', async () => {
    await expectRefusal(open(await lab.mintTicket({ lifetimeSeconds: 3600 })), 401, 'ticket-expired');
  });

  it('with a ticket from before the service started, which it may have used already', async () => {
    await expectRefusal(open(await lab.mintTicket({ issuedIn: -40 })), 401, 'ticket-expired');
  });

  it('with a ticket that another key signed', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'foreign-keys-'));
    const { ticketPrivate } = await ensureKeys(folder);
    await expectRefusal(open(await mintTicket(ticketPrivate)), 401, 'ticket-invalid');
    await rm(folder, { recursive: true });
  });

  it('with a ticket for another audience or of another issuer', async () => {
    await expectRefusal(open(await lab.mintTicket({ audience: 'site' })), 401, 'ticket-invalid');
    await expectRefusal(open(await lab.mintTicket({ issuer: 'lab-service' })), 401, 'ticket-invalid');
  });

  it('with a ticket that was used, also when both come at the same moment', async () => {
    const ticket = await lab.mintTicket();
    const outcomes = await Promise.allSettled([open(ticket), open(ticket), open(ticket)]);
    const opened = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(opened).toHaveLength(1);
    await opened[0]?.untilState('ready');
    await expectRefusal(open(ticket), 401, 'ticket-used');
    opened[0]?.close();
  });

  it('from a foreign Origin, or from none', async () => {
    await expectRefusal(open(await lab.mintTicket(), 'http://evil.example'), 403, 'origin-foreign');
    await expectRefusal(open(await lab.mintTicket(), null), 403, 'origin-foreign');
    await expectRefusal(open(await lab.mintTicket({ origin: 'http://evil.example' })), 403, 'origin-foreign');
  });

  it('with another learner’s ticket for a run that is live', async () => {
    const run = randomUUID();
    const owner = await lab.connect({ run, learner: 'owner' });
    await owner.untilState('ready');
    await expectRefusal(lab.connect({ run, learner: 'thief' }), 403, 'run-foreign');
    await expectRefusal(lab.connect({ run, learner: 'owner', scenario: 'layer-4' }), 403, 'run-foreign');
    owner.close();
  });

  it('on another path', async () => {
    const ticket = await lab.mintTicket();
    const attempt = LabClient.connect({ port: lab.service.port, ticket, path: '/v1/else' });
    await expectRefusal(attempt, 404, 'not-found');
  });

  it('with a protocol that is not ours', async () => {
    const response = await fetch(`http://127.0.0.1:${lab.service.port}/v1/run`);
    expect(response.status).toBe(404);
  });
});
