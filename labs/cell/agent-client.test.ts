import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createAgentClient } from './agent-client';
import { ScriptedNode, silence } from './scripted-cell';

afterEach(() => void vi.useRealTimers());

describe('a command to an agent', () => {
  it('is answered by the frame that carries its id, whatever the order', async () => {
    const node = new ScriptedNode('traffic');
    node.reply = () => silence;
    const client = createAgentClient(node);
    const first = client.request({ type: 'ping' }, z.string());
    const second = client.request({ type: 'ping' }, z.string());
    const [one, two] = node.commands;
    node.event({ type: 'done', id: two?.id ?? 0, result: 'second' });
    node.event({ type: 'done', id: one?.id ?? 0, result: 'first' });
    expect(await Promise.all([first, second])).toEqual(['first', 'second']);
  });

  it('fails with the words of the agent, at its deadline, or when the answer is another thing', async () => {
    vi.useFakeTimers();
    const node = new ScriptedNode('app1');
    const client = createAgentClient(node);
    node.reply = () => new Error('disk full');
    await expect(client.request({ type: 'ping' }, z.null())).rejects.toMatchObject({
      code: 'failed',
      message: 'disk full',
    });
    node.reply = () => 17;
    await expect(client.request({ type: 'ping' }, z.null())).rejects.toMatchObject({ code: 'malformed' });
    node.reply = () => silence;
    const late = expect(client.request({ type: 'ping' }, z.null(), { deadlineMs: 50 })).rejects.toMatchObject(
      { code: 'deadline' },
    );
    await vi.advanceTimersByTimeAsync(50);
    await late;
  });

  it('ends with the reason of its signal', async () => {
    const node = new ScriptedNode('app1');
    node.reply = () => silence;
    const stop = new AbortController();
    const pending = createAgentClient(node).request({ type: 'ping' }, z.null(), { signal: stop.signal });
    stop.abort(new Error('the learner left'));
    await expect(pending).rejects.toThrow('the learner left');
  });
});

describe('what a container says', () => {
  it('is dropped and counted when it is no frame', () => {
    const node = new ScriptedNode('balancer');
    const client = createAgentClient(node);
    const heard = vi.fn();
    client.on(heard);
    for (const line of ['', 'hello', '{', '[]', '{"type":"hello"}', '{"type":"done","id":-1}', 'null'])
      node.line(line);
    expect(client.droppedLines).toBe(7);
    expect(heard).not.toHaveBeenCalled();
  });

  it('is a flood when there are more lines in a second than allowed, or one is too long', () => {
    const node = new ScriptedNode('balancer');
    const onFlood = vi.fn();
    createAgentClient(node, { maxLinesPerSecond: 10, onFlood });
    for (let line = 0; line < 10; line += 1) node.line('noise');
    expect(onFlood).not.toHaveBeenCalled();
    node.line('noise');
    expect(onFlood).toHaveBeenCalledOnce();
    node.flood();
    expect(onFlood).toHaveBeenCalledTimes(2);
  });
});
