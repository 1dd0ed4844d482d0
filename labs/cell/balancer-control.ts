import type { Balancer } from '@/labs/protocol/names';
import { ApplyOutcome } from '@/labs/protocol/diagnostics';
import { mainFile, type LabFiles } from '@/labs/protocol/files';
import type { BalancerState } from '@/labs/protocol/server-frames';
import type { CellNode } from '@/labs/runtime/cell-runtime';
import { z } from 'zod';
import { AgentError, createAgentClient } from './agent-client';
import { BalancerUnreachableError, type LogLine } from './live-cell';
import { createSerial } from './serial';
import { withFinalNewlines } from './with-final-newlines';

/** The agent gives the balancer's own checker 10 s; this leaves it time to say so. */
const applyDeadlineMs = 20_000;
const startDeadlineMs = 10_000;
/** The agent sends far fewer: log lines come in batches. More than this is a configuration that talks over the agent. */
const maxLinesPerSecond = 1000;

export interface BalancerControl {
  readonly state: BalancerState;
  /** Resolves when the agent answers. Rejects with AgentError. */
  ready(deadlineMs: number): Promise<void>;
  /** Keeps the agent alive. A container that does not answer is given up. */
  beat(deadlineMs: number): Promise<void>;
  apply(balancer: Balancer, files: LabFiles, signal?: AbortSignal): Promise<ApplyOutcome>;
  restart(signal?: AbortSignal): Promise<ApplyOutcome | null>;
  dispose(): void;
}

/** Drives the balancer's container. What it says is untrusted: it may be wrong about itself, and it may harm nobody but its own run. */
export function createBalancerControl(
  node: CellNode,
  tell: {
    state(state: BalancerState): void;
    log(lines: LogLine[], dropped: number): void;
  },
): BalancerControl {
  const client = createAgentClient(node, {
    maxLinesPerSecond,
    onFlood: () => giveUp('The balancer writes more than the lab can read. Restart it and apply again.'),
  });
  const oneAtATime = createSerial();
  let state: BalancerState = { kind: 'idle' };
  let version = 0;
  let accepted: { balancer: Balancer; files: LabFiles } | null = null;
  let unreachable: string | null = null;

  function become(next: BalancerState) {
    state = next;
    tell.state(next);
  }

  function giveUp(reason: string) {
    if (unreachable !== null) return;
    unreachable = reason;
    client.abandon(reason);
    become({ kind: 'down', reason });
  }

  const stopNotices = client.on((notice) => {
    if (notice.type === 'log') tell.log(notice.lines, Math.max(0, notice.dropped));
    if (notice.type === 'balancer-exit' && state.kind === 'serving')
      become({ kind: 'down', reason: notice.reason.slice(0, 300) });
  });
  const stopExit = node.onExit(({ code }) =>
    giveUp(`The balancer's container stopped (exit code ${code ?? 'unknown'}). Restart it.`),
  );

  async function applyNow(balancer: Balancer, files: LabFiles, signal?: AbortSignal) {
    if (unreachable !== null) throw new BalancerUnreachableError(unreachable);
    try {
      const outcome = await client.request({ type: 'apply', balancer, files }, ApplyOutcome, {
        deadlineMs: applyDeadlineMs,
        signal,
      });
      if (outcome.ok) {
        version += 1;
        accepted = { balancer, files };
        become({ kind: 'serving', balancer, version });
      }
      return outcome;
    } catch (error) {
      if (!(error instanceof AgentError)) throw error;
      if (error.code === 'failed') return refusedByAgent(balancer, error.message);
      if (error.code !== 'gone')
        giveUp(`The balancer's container did not answer within ${applyDeadlineMs / 1000} s. Restart it.`);
      throw new BalancerUnreachableError(unreachable ?? error.message, { cause: error });
    }
  }

  async function restartNow(signal?: AbortSignal) {
    client.abandon('the balancer is restarted');
    client.listen();
    const hello = client.nextHello(startDeadlineMs);
    try {
      await Promise.all([node.restart(signal), hello]);
    } catch (error) {
      hello.catch(() => undefined);
      unreachable = null;
      giveUp("The balancer's container did not start again. Restart it, or end the lab and start it anew.");
      throw new BalancerUnreachableError("the balancer's container did not start", { cause: error });
    }
    unreachable = null;
    if (accepted === null) {
      become({ kind: 'idle' });
      return null;
    }
    const { balancer, files } = accepted;
    const outcome = await applyNow(balancer, files, signal);
    if (!outcome.ok)
      become({ kind: 'down', reason: 'The last accepted configuration is refused after the restart.' });
    return outcome;
  }

  return {
    async ready(deadlineMs) {
      await client.request({ type: 'ping' }, z.unknown(), { deadlineMs });
    },
    async beat(deadlineMs) {
      if (unreachable !== null) return;
      try {
        await client.request({ type: 'ping' }, z.unknown(), { deadlineMs });
      } catch (error) {
        if (error instanceof AgentError && error.code === 'gone') return;
        giveUp("The balancer's container does not answer. Restart it.");
      }
    },
    get state() {
      return state;
    },
    apply: (balancer, files, signal) =>
      oneAtATime(() => applyNow(balancer, withFinalNewlines(files), signal)),
    restart: (signal) => {
      // An apply that waits for a dead container must not hold the restart up.
      client.abandon('the balancer is restarted');
      return oneAtATime(() => restartNow(signal));
    },
    dispose() {
      unreachable ??= 'the cell was put away';
      stopNotices();
      stopExit();
      client.dispose();
    },
  };
}

function refusedByAgent(balancer: Balancer, message: string): ApplyOutcome {
  const text = message.slice(0, 2000);
  return {
    ok: false,
    ms: 0,
    checkMs: 0,
    diagnostics: [{ file: mainFile[balancer], line: null, severity: 'error', message: text }],
  };
}
