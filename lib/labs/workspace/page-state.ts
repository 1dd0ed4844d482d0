import type { ApplyOutcome, Diagnostic } from '@/labs/protocol/diagnostics';
import type { LabFiles } from '@/labs/protocol/files';
import type { Balancer } from '@/labs/protocol/names';
import type { ProbeResponse } from '@/labs/protocol/requests';
import type { ConnectionState } from '@/lib/labs/connection/connection-state';

export type Status = { tone: 'ok' | 'busy' | 'error'; text: string; count: number };

/** What the page itself knows: the connection, the last Apply and what to tell the learner. */
export type PageState = {
  connection: ConnectionState;
  run: string | null;
  isStarting: boolean;
  /** Why the lab could not be started, in words that say what to do. */
  startProblem: string | null;
  status: Status | null;
  isApplying: boolean;
  diagnostics: { balancer: Balancer; list: readonly Diagnostic[] };
  /** The files that the balancer serves, as far as this page knows. */
  served: { balancer: Balancer; files: LabFiles } | null;
  response: ProbeResponse | null;
};

export type PageAction =
  | { type: 'connection'; state: ConnectionState }
  | { type: 'starting' }
  | { type: 'started'; run: string }
  | { type: 'start-failed'; message: string }
  | { type: 'told'; tone: Status['tone']; text: string }
  | { type: 'apply-started' }
  | { type: 'apply-ended'; problem: string | null }
  | { type: 'applied'; balancer: Balancer; outcome: ApplyOutcome; files: LabFiles }
  | { type: 'applied-elsewhere' }
  | { type: 'cell-gone' }
  | { type: 'response'; response: ProbeResponse };

export const initialPage = (run: string | null): PageState => ({
  connection: { kind: 'off' },
  run,
  isStarting: false,
  startProblem: null,
  status: null,
  isApplying: false,
  diagnostics: { balancer: 'nginx', list: [] },
  served: null,
  response: null,
});

export function reducePage(state: PageState, action: PageAction): PageState {
  switch (action.type) {
    case 'connection':
      return { ...state, connection: action.state };
    case 'starting':
      return { ...state, isStarting: true, startProblem: null };
    case 'started':
      return { ...state, isStarting: false, run: action.run };
    case 'start-failed':
      return { ...state, isStarting: false, startProblem: action.message };
    case 'told':
      return { ...state, status: told(state, action.tone, action.text) };
    case 'apply-started':
      return { ...state, isApplying: true, status: told(state, 'busy', 'Applying…') };
    case 'apply-ended':
      return {
        ...state,
        isApplying: false,
        status: action.problem === null ? state.status : told(state, 'error', action.problem),
      };
    case 'applied':
      return {
        ...state,
        isApplying: false,
        diagnostics: { balancer: action.balancer, list: action.outcome.diagnostics },
        served: action.outcome.ok ? { balancer: action.balancer, files: action.files } : state.served,
        status: told(state, action.outcome.ok ? 'ok' : 'error', outcomeWords(action.outcome)),
      };
    case 'applied-elsewhere':
      return {
        ...state,
        served: null,
        status: told(state, 'ok', 'Another page of yours applied its files.'),
      };
    case 'cell-gone':
      return { ...state, served: null, isApplying: false };
    case 'response':
      return { ...state, response: action.response };
  }
}

/** `count` lets a live region announce the same words again. */
const told = (state: PageState, tone: Status['tone'], text: string): Status => ({
  tone,
  text,
  count: (state.status?.count ?? 0) + 1,
});

function outcomeWords(outcome: ApplyOutcome): string {
  const warnings = outcome.diagnostics.filter((one) => one.severity === 'warning').length;
  if (outcome.ok) {
    const words = `Applied in ${formatMs(outcome.ms)}`;
    return warnings === 0 ? words : `${words}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
  }
  const first = outcome.diagnostics.find((one) => one.severity === 'error') ?? outcome.diagnostics[0];
  if (first === undefined) return 'Rejected. The previous configuration keeps serving.';
  const place = first.line === null ? first.file : `${first.file} line ${first.line}`;
  return `Rejected: ${place}: ${first.message}`;
}

/** Milliseconds for reading: whole from 10 up, else with one decimal. */
export function formatMs(ms: number): string {
  return `${ms >= 10 ? Math.round(ms) : Math.round(ms * 10) / 10} ms`;
}
