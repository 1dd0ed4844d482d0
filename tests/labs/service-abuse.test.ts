import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { maxClientFrameBytes } from '@/labs/protocol/client-frames';
import { startLabServiceInProcess, type LabServiceInProcess } from '@/tests/support/lab-service-in-process';

const files = { 'nginx.conf': 'events {}' };

describe('the edge holds', () => {
  let lab: LabServiceInProcess;

  afterEach(async () => {
    await lab.stop();
  });

  async function openReady(env: Record<string, string> = {}) {
    lab = await startLabServiceInProcess(env);
    const client = await lab.connect();
    await client.untilState('ready');
    return client;
  }

  it('against a frame that is too large: the socket closes, the run goes on', async () => {
    lab = await startLabServiceInProcess();
    const who = { run: randomUUID(), learner: 'a' };
    const client = await lab.connect(who);
    await client.untilState('ready');
    client.socket.send('x'.repeat(maxClientFrameBytes + 1));
    expect((await client.untilClosed()).code).toBe(1009);
    const back = await lab.connect(who);
    await back.untilState('ready');
    expect(lab.runtime.launches).toBe(1);
  });

  it('against frames that are no JSON, no object, binary, or of an unknown type', async () => {
    const client = await openReady();
    for (const text of ['{', '[]', '"apply"', '{"type":"sudo","id":1}']) client.socket.send(text);
    client.socket.send(Buffer.from([1, 2, 3]));
    await client.until(() => (client.all('refused').length >= 5 ? true : undefined), 'five refusals');
    expect(new Set(client.all('refused').map((frame) => frame.code))).toEqual(new Set(['malformed']));
    expect(await client.request({ type: 'ping' })).toMatchObject({ type: 'done' });
  });

  it('against a file name that leaves the folder, and answers by the frame’s id', async () => {
    const client = await openReady();
    for (const name of ['../etc/passwd', '/etc/passwd', 'a\0b', '.hidden']) {
      const answer = await client.request({ type: 'apply', balancer: 'nginx', files: { [name]: 'x' } });
      expect(answer).toMatchObject({ type: 'refused', code: 'malformed' });
    }
    expect([...lab.lives.values()][0]?.mostAppliesAtOnce).toBe(0);
  });

  it('against a flood of frames: it says so, does no work for them, and ends the socket', async () => {
    const client = await openReady({ LAB_FRAMES_PER_SECOND: '10' });
    for (let sent = 0; sent < 500; sent += 1) client.socket.send(JSON.stringify({ type: 'ping', id: sent }));
    expect((await client.untilClosed()).code).toBe(1008);
    expect(client.all('done').length).toBeLessThan(60);
    expect(client.all('refused').some((frame) => frame.code === 'too-fast')).toBe(true);
    expect(client.all('refused').length).toBeLessThan(20);
  });

  it('against one address that opens too many sockets', async () => {
    lab = await startLabServiceInProcess({ LAB_CONNECTIONS_PER_ADDRESS: '2' });
    const [first] = await Promise.all([lab.connect(), lab.connect()]);
    await expect(lab.connect()).rejects.toMatchObject({ status: 429 });
    first?.close();
    await first?.untilClosed();
    await expect
      .poll(() =>
        lab.connect().then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
  });

  it('two tabs that apply at the same time: both are answered, one after the other', async () => {
    lab = await startLabServiceInProcess();
    const who = { run: randomUUID(), learner: 'a' };
    const [first, second] = await Promise.all([lab.connect(who), lab.connect(who)]);
    await Promise.all([first?.untilState('ready'), second?.untilState('ready')]);
    const answers = await Promise.all(
      [first, second].map((tab) => tab?.request({ type: 'apply', balancer: 'nginx', files })),
    );
    expect(answers.map((answer) => (answer?.type === 'applied' ? answer.version : null)).sort()).toEqual([
      1, 2,
    ]);
    expect([...lab.lives.values()][0]?.mostAppliesAtOnce).toBe(1);
    expect(lab.runtime.launches).toBe(1);
  });

  it('metrics to this machine alone', async () => {
    lab = await startLabServiceInProcess();
    const url = `http://127.0.0.1:${lab.service.port}/metrics`;
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(url, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(403);
  });
});

describe('time', () => {
  let lab: LabServiceInProcess;

  afterEach(async () => {
    await lab.stop();
  });

  it('ends a run that nobody uses, after a warning', async () => {
    lab = await startLabServiceInProcess({ LAB_IDLE_SECONDS: '0.4', LAB_WARNING_SECONDS: '0.2' });
    const client = await lab.connect();
    await client.untilState('ready');
    const closed = await client.untilClosed(5000);
    expect(client.all('expiring')[0]).toMatchObject({ reason: 'idle', extendable: true });
    expect(client.state).toEqual({ kind: 'ended', reason: 'idle' });
    expect(closed.code).toBe(4000);
    expect(lab.runtime.cells.size).toBe(0);
  });

  it('is given when the learner presses Extend, up to the maximum age', async () => {
    lab = await startLabServiceInProcess({
      LAB_IDLE_SECONDS: '0.6',
      LAB_WARNING_SECONDS: '0.3',
      LAB_MAX_AGE_SECONDS: '1',
    });
    const client = await lab.connect();
    const ready = await client.untilState('ready');
    await client.until(() => client.all('expiring')[0], 'the warning');
    expect(await client.request({ type: 'extend' })).toMatchObject({ type: 'done' });
    const extended = await client.untilState('ready');
    expect(extended.expiresAt).toBeGreaterThan(ready.expiresAt);
    expect(extended.expiresAt).toBe(ready.hardLimitAt);
    expect(await client.request({ type: 'extend' })).toMatchObject({ type: 'refused' });
    await client.untilClosed(5000);
    expect(client.state).toEqual({ kind: 'ended', reason: 'age' });
  });
});
