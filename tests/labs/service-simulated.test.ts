import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLiveCell } from '@/labs/cell/create-live-cell';
import { InMemoryCellRuntime } from '@/labs/runtime/memory/in-memory-cell-runtime';
import { findScenario } from '@/labs/scenarios/registry';
import { runCheck } from '@/labs/scenarios/run-check';
import { startLabServiceInProcess, type LabServiceInProcess } from '@/tests/support/lab-service-in-process';

const scenario = 'first-balancer';
const files = { 'nginx.conf': 'events {}' };

describe('the service over simulated cells, with the real agents’ protocol and the real checks', () => {
  let runtime: InMemoryCellRuntime;
  let lab: LabServiceInProcess;

  beforeEach(async () => {
    runtime = new InMemoryCellRuntime({ launchMs: 20 });
    lab = await startLabServiceInProcess(
      { LAB_WARM_CELLS: '1' },
      { runtime, createLiveCell: (cell) => createLiveCell(cell), findScenario, runCheck },
    );
  });
  afterEach(async () => {
    await lab.stop();
    expect(await runtime.list()).toEqual([]);
  });

  it('checks a task by traffic and refuses everything else meanwhile', async () => {
    const client = await lab.connect({ scenario });
    await client.untilState('ready');
    expect(await client.request({ type: 'apply', balancer: 'nginx', files })).toMatchObject({
      type: 'applied',
      outcome: { ok: true },
    });
    const task = findScenario(scenario)?.tasks[0]?.id ?? '';
    const checking = client.request({ type: 'check', task, prediction: null }, 60_000);
    const fault = await client.request({ type: 'fault', server: 'app1', fault: { kind: 'crash' } });
    expect(fault).toMatchObject({ type: 'refused', code: 'busy' });
    expect(await checking).toMatchObject({ type: 'verdict', task, verdict: { ok: true } });
  });

  it('puts a rejected configuration into the answer and keeps the version that serves', async () => {
    const client = await lab.connect({ scenario });
    await client.untilState('ready');
    await client.request({ type: 'apply', balancer: 'nginx', files });
    const broken = { 'nginx.conf': 'events {}\nsyntax-error' };
    const answer = await client.request({ type: 'apply', balancer: 'nginx', files: broken });
    expect(answer).toMatchObject({
      type: 'applied',
      version: 1,
      outcome: { ok: false, diagnostics: [{ file: 'nginx.conf', line: 2 }] },
    });
  });

  it('a restarted engine takes every container: the run is suspended and goes on when asked', async () => {
    const who = { run: randomUUID(), learner: randomUUID(), scenario };
    const client = await lab.connect(who);
    await client.untilState('ready');
    for (const { id } of await runtime.list()) runtime.loseCell(id);
    await client.untilState('suspended');
    const back = await lab.connect(who);
    await back.untilState('ready');
    await client.untilState('ready');
  });

  it('an engine that is away is told with advice; the run starts by itself when it is back', async () => {
    const first = await lab.connect({ scenario });
    await first.untilState('ready');
    await expect.poll(async () => (await runtime.list()).length).toBe(2);
    runtime.healthAnswer = { ok: false, code: 'no-engine', message: 'Start Docker, then go on.' };
    for (const { id } of await runtime.list()) runtime.loseCell(id);
    for (let launch = 0; launch < 2; launch += 1) runtime.failNextLaunch('no-engine');
    const client = await lab.connect({ scenario });
    expect(await client.untilState('failed')).toMatchObject({
      code: 'no-runtime',
      message: 'Start Docker, then go on.',
    });
    runtime.healthAnswer = { ok: true, engine: 'memory', version: '1' };
    await client.untilState('ready', 30_000);
  });
});
