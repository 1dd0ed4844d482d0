import { randomUUID } from 'node:crypto';
import { createLiveCell } from '@/labs/cell/create-live-cell';
import type { LiveCell } from '@/labs/cell/live-cell';
import type { ApplyOutcome } from '@/labs/protocol/diagnostics';
import type { LabFiles } from '@/labs/protocol/files';
import type { Balancer } from '@/labs/protocol/names';
import type { TaskVerdict } from '@/labs/protocol/tasks';
import type { CellRuntime } from '@/labs/runtime/cell-runtime';
import type { RegisteredScenario } from '@/labs/scenarios/registry';
import { runCheck } from '@/labs/scenarios/run-check';

/** Longer than any run of `verify`; a cell that outlives its process is removed by the next one. */
const cellLifetimeMs = 10 * 60_000;

export type Verification = {
  scenario: string;
  balancer: Balancer;
  startMs: number;
  apply: ApplyOutcome;
  tasks: ({ id: string } & TaskVerdict)[];
};

/**
 * Runs every task of a scenario on files, in a cell that is removed before this resolves or rejects.
 * Rejects with LaunchError, AgentError, BalancerUnreachableError, or the signal's reason.
 */
export async function verify(
  runtime: CellRuntime,
  work: { scenario: RegisteredScenario; balancer: Balancer; files: LabFiles },
  options: { say: (text: string) => void; signal: AbortSignal },
): Promise<Verification> {
  const { say, signal } = options;
  signal.throwIfAborted();
  await removeExpired(runtime);
  const cellId = randomUUID();
  let cell: LiveCell | null = null;
  try {
    say('Starting a cell.');
    const startedAt = performance.now();
    const launched = await runtime.launch({ cellId, expiresAt: Date.now() + cellLifetimeMs }, signal);
    cell = await createLiveCell(launched);
    const startMs = Math.round(performance.now() - startedAt);
    say(`The cell is up after ${startMs} ms.`);
    return await orAborted(runTasks(cell, work, startMs, options), signal);
  } finally {
    cell?.dispose();
    say('Removing the cell.');
    await runtime.remove(cellId);
  }
}

async function runTasks(
  cell: LiveCell,
  { scenario, balancer, files }: { scenario: RegisteredScenario; balancer: Balancer; files: LabFiles },
  startMs: number,
  { say, signal }: { say: (text: string) => void; signal: AbortSignal },
): Promise<Verification> {
  const apply = await cell.apply(balancer, files, signal);
  const tasks: Verification['tasks'] = [];
  if (apply.ok)
    for (const task of scenario.tasks) {
      const { verdict } = await runCheck(cell, task, { say: (text) => say(`${task.id}: ${text}`), signal });
      tasks.push({ id: task.id, ...verdict });
    }
  return { scenario: scenario.slug, balancer, startMs, apply, tasks };
}

/** A task in the middle of its load would keep an interrupted person waiting; its cell is removed under it. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

async function removeExpired(runtime: CellRuntime): Promise<void> {
  const records = await runtime.list();
  const expired = records.filter((record) => record.expiresAt < Date.now());
  await Promise.all(expired.map((record) => runtime.remove(record.id)));
}
