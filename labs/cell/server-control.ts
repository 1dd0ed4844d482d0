import { z } from 'zod';
import { defaultFaultLeaseMs, type ActiveFault, type Fault } from '@/labs/protocol/faults';
import type { ServerName } from '@/labs/protocol/names';
import type { CellNode } from '@/labs/runtime/cell-runtime';
import { AgentError, createAgentClient, type AgentClient } from './agent-client';
import { createSerial } from './serial';
import type { Health } from './stats-meter';

const startDeadlineMs = 10_000;
const answerDeadlineMs = 5000;
const knockMs = 250;
/** Generous: a record that comes too late would make an answer look as if no server had given it. */
const flushDeadlineMs = 2000;

const healthOf: Record<Fault['kind'], Health> = {
  crash: 'crashed',
  hang: 'hung',
  slow: 'slow',
  errors: 'erroring',
  unplug: 'unplugged',
};

export interface ServerControl {
  readonly client: AgentClient;
  readonly fault: ActiveFault | null;
  readonly health: Health;
  inject(fault: Fault, leaseMs?: number): Promise<ActiveFault>;
  /** Resolves when the server answers again, whatever happened to it; starts its container anew when nothing else helps. */
  heal(why: 'healed' | 'lease'): Promise<void>;
  /** Asks for everything that the server has served so far. A server that cannot answer is passed over. */
  flush(): Promise<void>;
  /** Resolves when the agent answers for the first time. Rejects with AgentError. */
  ready(deadlineMs: number): Promise<void>;
  /** Keeps the agent alive. A server that should answer and does not is down from then on. */
  beat(deadlineMs: number): Promise<void>;
  dispose(): void;
}

/** Drives one app server: its faults with their leases, and the way back. */
export function createServerControl(
  name: ServerName,
  node: CellNode,
  tell: { changed(ended: { server: ServerName; why: 'healed' | 'lease' } | null): void },
): ServerControl {
  const client = createAgentClient(node);
  const oneAtATime = createSerial();
  let fault: ActiveFault | null = null;
  let isDown = false;
  let isMuted = false;
  let isDisposed = false;
  let leaseTimer: ReturnType<typeof setTimeout> | undefined;

  const kind = () => fault?.fault.kind ?? null;
  /** A line to a crashed server would start it; a paused or stopped one reads nothing. */
  const canAnswer = () => !isDown && !isMuted && kind() !== 'hang';

  const stopExit = node.onExit(() => {
    isDown = true;
    tell.changed(null);
  });

  async function act(wanted: Fault, leaseMs: number) {
    switch (wanted.kind) {
      case 'crash':
        await flush();
        isMuted = true;
        client.post({ type: 'crash' });
        return;
      case 'hang':
        return node.pause();
      case 'unplug':
        return node.unplug();
      case 'slow':
      case 'errors':
        await client.request({ type: 'app-fault', fault: wanted, leaseMs }, z.null(), {
          deadlineMs: answerDeadlineMs,
        });
    }
  }

  async function injectNow(wanted: Fault, leaseMs: number): Promise<ActiveFault> {
    const isRenewal = kind() === wanted.kind && !['slow', 'errors'].includes(wanted.kind);
    if (!isRenewal) {
      if (fault !== null || isDown) await undo();
      await act(wanted, leaseMs);
    }
    const startedAt = Date.now();
    fault = { server: name, fault: wanted, startedAt, expiresAt: startedAt + leaseMs };
    clearTimeout(leaseTimer);
    leaseTimer = setTimeout(() => {
      void oneAtATime(() => healNow('lease')).catch(() => undefined);
    }, leaseMs);
    tell.changed(null);
    return fault;
  }

  /** Undoes whatever is in force. The order matters: a paused container can neither be spoken to nor plugged in. */
  async function undo() {
    const was = kind();
    if (isDown) return startAnew();
    try {
      if (was === 'hang') await node.resume();
      if (was === 'unplug') await node.plug();
      if (was === 'crash') await wake();
      if (was === 'slow' || was === 'errors')
        await client.request({ type: 'app-fault', fault: null, leaseMs: 0 }, z.null(), {
          deadlineMs: answerDeadlineMs,
        });
      await client.request({ type: 'ping' }, z.unknown(), { deadlineMs: answerDeadlineMs });
    } catch {
      await startAnew();
    }
  }

  /** Any line starts a crashed server; the first ones may still be read by the process that is about to die. */
  async function wake() {
    const hello = client.nextHello(startDeadlineMs);
    const knock = () => client.post({ type: 'ping' });
    const knocking = setInterval(knock, knockMs);
    knock();
    try {
      await hello;
    } finally {
      clearInterval(knocking);
    }
    isMuted = false;
  }

  async function startAnew() {
    const hello = client.nextHello(startDeadlineMs);
    hello.catch(() => undefined);
    await node.restart();
    await hello;
    isDown = false;
    isMuted = false;
  }

  async function healNow(why: 'healed' | 'lease') {
    const hadTrouble = fault !== null || isDown;
    await undo();
    clearTimeout(leaseTimer);
    fault = null;
    isDown = false;
    if (hadTrouble) tell.changed({ server: name, why });
  }

  async function flush() {
    if (!canAnswer()) return;
    await client
      .request({ type: 'flush' }, z.unknown(), { deadlineMs: flushDeadlineMs })
      .catch(ignoreAgentError);
  }

  return {
    client,
    get fault() {
      return fault;
    },
    get health() {
      if (isDown) return 'down';
      return fault === null ? 'up' : healthOf[fault.fault.kind];
    },
    inject: (wanted, leaseMs = defaultFaultLeaseMs) => oneAtATime(() => injectNow(wanted, leaseMs)),
    heal: (why) => oneAtATime(() => healNow(why)),
    flush,
    async ready(deadlineMs) {
      await client.request({ type: 'ping' }, z.unknown(), { deadlineMs });
    },
    async beat(deadlineMs) {
      // Read when the container is resumed, so that a long hang does not make the agent end itself.
      if (kind() === 'hang') client.post({ type: 'ping' });
      if (!canAnswer()) return;
      try {
        await client.request({ type: 'ping' }, z.unknown(), { deadlineMs });
      } catch {
        if (!canAnswer() || isDisposed) return;
        isDown = true;
        tell.changed(null);
      }
    },
    dispose() {
      isDisposed = true;
      clearTimeout(leaseTimer);
      stopExit();
      client.dispose();
    },
  };
}

function ignoreAgentError(error: unknown) {
  if (!(error instanceof AgentError)) throw error;
}
