import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabClient } from '@/tests/support/lab-client';
import { LabServiceHost, type LabServiceProcess } from '@/tests/support/lab-service';

const learners = 30;
const places = 6;
/** Thirty cold starts on two busy cores. */
const deadlineMs = 240_000;

describe('thirty learners who start at the same moment, with room for six', () => {
  let host: LabServiceHost;
  let service: LabServiceProcess;

  beforeAll(async () => {
    host = await LabServiceHost.create();
    service = await host.start({ LAB_MAX_CELLS: String(places), LAB_WARM_CELLS: '2' });
  });
  afterAll(async () => {
    await host.remove();
  });

  it('all get their lab, in the order in which they came, never more than six at once; nothing leaks', async () => {
    const clients: LabClient[] = await Promise.all(Array.from({ length: learners }, () => service.connect()));
    const firstPosition = (client: LabClient) => {
      const state = client.frames[0]?.type === 'snapshot' ? client.frames[0].snapshot.state : null;
      return state?.kind === 'queued' ? state.position : 0;
    };
    await Promise.all(clients.map((client) => client.until(() => client.frames[0], 'the first frame')));
    const positions = clients.map(firstPosition).filter((position) => position > 0);
    expect(positions.sort((a, b) => a - b)).toEqual(
      Array.from({ length: learners - places }, (_, index) => index + 1),
    );

    const first = clients.filter((client) => firstPosition(client) === 0);
    const queued = clients.filter((client) => firstPosition(client) > 0);
    await Promise.all(first.map((client) => client.untilState('ready', deadlineMs)));
    expect(queued.map((client) => client.state?.kind)).toEqual(queued.map(() => 'queued'));
    expect((await host.runtime().list()).length).toBe(places);

    const readyOrder: number[] = [];
    await Promise.all(
      clients.map(async (client) => {
        await client.untilState('ready', deadlineMs);
        readyOrder.push(firstPosition(client));
        expect(await service.metric('lab_live_cells')).toBeLessThanOrEqual(places);
        client.send({ type: 'end' });
        await client.untilClosed(deadlineMs);
        expect(client.state).toEqual({ kind: 'ended', reason: 'learner' });
      }),
    );
    // Launches of neighbours may overtake each other by as many as run at once.
    readyOrder.forEach((position, index) => {
      if (position > 0) expect(Math.abs(index - (places + position - 1))).toBeLessThanOrEqual(places);
    });

    await expect.poll(() => service.metric('lab_live_cells'), { timeout: 20_000 }).toBe(0);
    await expect.poll(() => service.metric('lab_queue_length')).toBe(0);
    await expect
      .poll(async () => (await host.runtime().list()).length, { timeout: 30_000 })
      .toBeLessThanOrEqual(2);
    expect(await service.stop()).toBe(0);
    expect(await host.runtime().list()).toEqual([]);
  }, 300_000);
});
