import type { LiveCell } from '@/labs/cell/live-cell';
import type { PredictionOutcome, TaskVerdict } from '@/labs/protocol/tasks';
import type { ScenarioTask, TaskOutcome } from './scenario';
import { failed } from './checks/verdict';

/** Far above what a task takes; it only ends one that would never end. */
const checkDeadlineMs = 60_000;

export type CheckResult = { verdict: TaskVerdict; prediction: PredictionOutcome | null };

/**
 * Runs one task on a cell whose faults are healed before and after it, whatever happens.
 * Rejects with the signal's reason when it is aborted, and with BalancerUnreachableError or AgentError when the cell is broken.
 */
export async function runCheck(
  cell: LiveCell,
  task: Pick<ScenarioTask, 'check'>,
  options: { prediction?: string | null; say?: (text: string) => void; signal?: AbortSignal } = {},
): Promise<CheckResult> {
  const { prediction = null, say = () => undefined } = options;
  const deadline = AbortSignal.timeout(checkDeadlineMs);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  signal.throwIfAborted();
  await cell.heal(null);
  try {
    const outcome = await checkServing(cell, task, say, signal);
    return {
      verdict: outcome.verdict,
      prediction:
        prediction !== null && outcome.observed !== null
          ? {
              predicted: prediction,
              observed: outcome.observed.option,
              explanation: outcome.observed.explanation,
            }
          : null,
    };
  } finally {
    await cell.heal(null);
  }
}

async function checkServing(
  cell: LiveCell,
  task: Pick<ScenarioTask, 'check'>,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<TaskOutcome> {
  const { balancer: state } = cell;
  if (state.kind === 'serving')
    return task.check({
      balancer: state.balancer,
      send: cell.send,
      measureLoad: cell.measureLoad,
      inject: cell.inject,
      heal: cell.heal,
      say,
      signal,
    });
  const [first] = await cell.send([{ path: '/', timeoutMs: 1000 }]);
  const why =
    state.kind === 'idle'
      ? 'No configuration is applied yet, so nothing listens on port 80. Press Apply first.'
      : `The balancer is down: ${state.reason}`;
  return failed(why, first ?? null, 'An answer from one of the app servers.');
}
