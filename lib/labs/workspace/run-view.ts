import type { ActiveFault } from '@/labs/protocol/faults';
import type { RequestTrace, TrafficSettings } from '@/labs/protocol/requests';
import type { BalancerState, RunState, ServerFrame, TimelineEvent } from '@/labs/protocol/server-frames';
import type { PredictionOutcome, TaskVerdict } from '@/labs/protocol/tasks';
import { addWindow, emptyTraffic, type TrafficHistory } from './traffic-history';

export type TaskStanding = { verdict: TaskVerdict; prediction: PredictionOutcome | null };
export type LogEntry = { key: number; at: number; source: string; text: string };

/** Everything that the lab service told this page about the run. */
export type RunView = {
  state: RunState | null;
  balancer: BalancerState;
  faults: readonly ActiveFault[];
  settings: TrafficSettings;
  tasks: Readonly<Record<string, TaskStanding>>;
  checking: { task: string; text: string } | null;
  timeline: readonly TimelineEvent[];
  traffic: TrafficHistory;
  requests: readonly RequestTrace[];
  log: readonly LogEntry[];
  logDropped: number;
  expiring: { reason: 'idle' | 'age'; endsAt: number; extendable: boolean } | null;
};

export const caps = { requests: 200, log: 1000, timeline: 200 } as const;

export const emptyRunView: RunView = {
  state: null,
  balancer: { kind: 'idle' },
  faults: [],
  settings: { on: false, rate: 50 },
  tasks: {},
  checking: null,
  timeline: [],
  traffic: emptyTraffic,
  requests: [],
  log: [],
  logDropped: 0,
  expiring: null,
};

/** Folds one frame into the view. Pure; untouched parts keep their identity. */
export function reduceFrame(view: RunView, frame: ServerFrame): RunView {
  switch (frame.type) {
    case 'snapshot': {
      const { state, balancer, faults, traffic, tasks, checking, timeline } = frame.snapshot;
      return {
        ...view,
        state,
        balancer,
        faults,
        settings: traffic,
        tasks: mergeVerdicts(view.tasks, tasks),
        timeline: timeline.slice(-caps.timeline),
        checking,
      };
    }
    case 'state':
      return {
        ...view,
        state: frame.state,
        ...(frame.state.kind === 'ready' ? { expiring: null } : gone),
      };
    case 'applied':
      return frame.outcome.ok
        ? { ...view, balancer: { kind: 'serving', balancer: frame.balancer, version: frame.version } }
        : view;
    case 'balancer':
      return { ...view, balancer: frame.balancer };
    case 'faults':
      return { ...view, faults: frame.faults };
    case 'traffic':
      return { ...view, settings: frame.settings };
    case 'stats':
      return { ...view, traffic: addWindow(view.traffic, frame.stats) };
    case 'requests':
      return {
        ...view,
        requests: [...frame.requests.toReversed(), ...view.requests].slice(0, caps.requests),
      };
    case 'response':
      return view.requests.some((one) => one.id === frame.response.id)
        ? view
        : { ...view, requests: [traceOf(frame.response), ...view.requests].slice(0, caps.requests) };
    case 'log':
      return addLog(view, frame.lines, frame.dropped);
    case 'check-progress':
      return { ...view, checking: frame.text === null ? null : { task: frame.task, text: frame.text } };
    case 'verdict':
      return {
        ...view,
        checking: null,
        tasks: { ...view.tasks, [frame.task]: { verdict: frame.verdict, prediction: frame.prediction } },
      };
    case 'timeline':
      return { ...view, timeline: [...view.timeline, frame.event].slice(-caps.timeline) };
    case 'expiring':
      return { ...view, expiring: frame };
    case 'done':
    case 'refused':
      return view;
  }
}

/** A cell that is not up has no balancer, no faults and no traffic. */
const gone = {
  balancer: { kind: 'idle' },
  faults: [],
  checking: null,
  expiring: null,
} as const;

function mergeVerdicts(
  known: RunView['tasks'],
  verdicts: Readonly<Record<string, TaskVerdict>>,
): RunView['tasks'] {
  const merged: Record<string, TaskStanding> = { ...known };
  for (const [task, verdict] of Object.entries(verdicts))
    merged[task] = { verdict, prediction: known[task]?.prediction ?? null };
  return merged;
}

function addLog(
  view: RunView,
  lines: { at: number; source: string; text: string }[],
  dropped: number,
): RunView {
  const next = (view.log.at(-1)?.key ?? 0) + 1;
  const added = lines.map((line, index) => ({ key: next + index, ...line }));
  return {
    ...view,
    log: [...view.log, ...added].slice(-caps.log),
    logDropped: view.logDropped + dropped,
  };
}

function traceOf(trace: RequestTrace): RequestTrace {
  const { id, at, method, path, status, error, server, latencyMs, bytes, origin } = trace;
  return { id, at, method, path, status, error, server, latencyMs, bytes, origin };
}

/** A request failed when no answer came or the answer is a 5xx. */
export function isFailed(trace: Pick<RequestTrace, 'status' | 'error'>): boolean {
  return trace.error !== null || trace.status === null || trace.status >= 500;
}
