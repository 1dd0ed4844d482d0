import { PassThrough } from 'node:stream';
import Docker from 'dockerode';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NetworkJoins } from './network-joins';

const settled = () => new Promise((resolve) => setImmediate(resolve));
const never = () => new Promise<void>(() => undefined);

describe('containers that join a network', () => {
  let events = new PassThrough();
  const open = () => {
    events = new PassThrough();
    const docker = new Docker();
    vi.spyOn(docker, 'getEvents').mockImplementation(async () => events);
    return NetworkJoins.open(docker, 'cell');
  };
  const join = async (container: string) => {
    events.write(`${JSON.stringify({ Action: 'connect', Actor: { Attributes: { container } } })}\n`);
    await settled();
  };
  afterEach(() => vi.restoreAllMocks());

  it('do so in turn: the next one starts when the one before has joined, not when it has started', async () => {
    const joins = await open();
    const [first, second, third] = [vi.fn(never), vi.fn(never), vi.fn(never)];
    void joins.start('1', first);
    void joins.start('2', second);
    void joins.start('3', third);
    await settled();
    expect([first, second, third].map((start) => start.mock.calls.length)).toEqual([1, 0, 0]);
    await join('unknown');
    events.write('not JSON\n');
    await settled();
    expect(second).not.toHaveBeenCalled();
    await join('1');
    expect([first, second, third].map((start) => start.mock.calls.length)).toEqual([1, 1, 0]);
    await join('2');
    expect(third).toHaveBeenCalledTimes(1);
  });

  it('wait for none that could not be started, whose failure is told', async () => {
    const joins = await open();
    const broken = joins.start('1', () => Promise.reject(new Error('no such image')));
    const next = joins.start('2', () => Promise.resolve());
    await expect(broken).rejects.toThrow('no such image');
    await next;
  });

  it('wait for nobody once the events end', async () => {
    const joins = await open();
    void joins.start('1', never);
    const second = vi.fn(never);
    void joins.start('2', second);
    joins.close();
    await settled();
    expect(second).toHaveBeenCalledTimes(1);
  });
});
