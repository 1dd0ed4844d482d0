import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Cell, LaunchError } from '@/labs/runtime/cell-runtime';
import { ContractAgent } from '@/labs/runtime/contract-agent';
import { connectDocker } from '@/labs/runtime/docker/connect';
import { DockerCellRuntime } from '@/labs/runtime/docker/docker-cell-runtime';
import { labImage, testInstancePrefix } from '@/tests/support/docker-cells';
import { openEngineProxy } from '@/tests/support/engine-proxy';

const expiresAt = Date.now() + 3_600_000;

describe('when the engine lets go', () => {
  let proxy: Awaited<ReturnType<typeof openEngineProxy>>;
  let runtime: DockerCellRuntime;
  /** Speaks to the engine past the proxy. */
  let direct: DockerCellRuntime;
  let cell: Cell;

  beforeAll(async () => {
    proxy = await openEngineProxy();
    const settings = { instance: `${testInstancePrefix}${randomUUID()}`, image: await labImage() };
    runtime = new DockerCellRuntime({ ...settings, docker: connectDocker(proxy.address) });
    direct = new DockerCellRuntime(settings);
    cell = await runtime.launch({ cellId: 'one', expiresAt });
  });
  afterEach(() => proxy.up());
  afterAll(async () => {
    await runtime.close();
    await Promise.all((await direct.list()).map(({ id }) => direct.remove(id)));
    await direct.close();
    await proxy.close();
  });

  test('a node whose stream broke is attached anew, and no exit is reported', async () => {
    const agents = Object.values(cell.nodes).map((node) => new ContractAgent(node));
    const exits: unknown[] = [];
    for (const { node } of agents) node.onExit((exit) => exits.push(exit));
    await Promise.all(agents.map((agent) => agent.ping()));
    proxy.cut();
    // Lines are dropped until the stream is back, so each is asked until it answers.
    const knock = setInterval(() => agents.forEach((agent) => agent.post({ type: 'ping' })), 100);
    const heard = agents.map((agent) =>
      agent.waitFor('answer after the cut', ({ type }) => type === 'done', { from: agent.events.length }),
    );
    await Promise.all(heard).finally(() => clearInterval(knock));
    expect(exits).toEqual([]);
  });

  test('health, list and launch fail with what to do, and leave nothing', async () => {
    proxy.down();
    expect(await runtime.health()).toMatchObject({
      ok: false,
      code: 'no-engine',
      message: expect.stringContaining('start it'),
    });
    await expect(runtime.list()).rejects.toThrow();
    const failure: unknown = await runtime
      .launch({ cellId: 'two', expiresAt })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LaunchError);
    expect(failure).toMatchObject({ code: 'no-engine' });
    expect((await direct.list()).map(({ id }) => id)).toEqual(['one']);
    proxy.up();
    expect(await runtime.health()).toMatchObject({ ok: true });
  });

  test('a cell whose engine stays away is reported as gone, rather than waited for', async () => {
    const exits = Object.values(cell.nodes).map((node) => new Promise((resolve) => node.onExit(resolve)));
    proxy.down();
    expect(await Promise.all(exits)).toEqual(Array(5).fill({ code: null }));
  });

  test('a missing image is said to be missing', async () => {
    const docker = connectDocker();
    const lacking = new DockerCellRuntime({
      instance: `${testInstancePrefix}${randomUUID()}`,
      docker,
      image: 'system-design-mastery-lab:missing',
    });
    expect(await lacking.health()).toMatchObject({ ok: false, code: 'no-image' });
    const launch = lacking.launch({ cellId: 'one', expiresAt });
    await expect(launch).rejects.toMatchObject({ code: 'no-image' });
    expect(await lacking.list()).toEqual([]);
  });
});
