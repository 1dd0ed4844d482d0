import type { RequestTrace } from '@/labs/protocol/requests';
import type { TaskOutcome } from '../scenario';

type Observed = TaskOutcome['observed'];
type Extras = { observed?: Observed; failedRequests?: number };

export function passed(evidence: string, { observed = null, failedRequests }: Extras = {}): TaskOutcome {
  return {
    verdict: {
      ok: true,
      evidence,
      counterExample: null,
      expected: null,
      failedRequests: failedRequests ?? null,
    },
    observed,
  };
}

/** `counterExample` is the very request that went wrong, `expected` what should have become of it. */
export function failed(
  evidence: string,
  counterExample: RequestTrace | null,
  expected: string,
  { observed = null, failedRequests }: Extras = {},
): TaskOutcome {
  return {
    verdict: {
      ok: false,
      evidence,
      counterExample: counterExample && pickTrace(counterExample),
      expected,
      failedRequests: failedRequests ?? null,
    },
    observed,
  };
}

/** A probe's answer carries more than a trace; the rest stays out of verdicts. */
function pickTrace(trace: RequestTrace): RequestTrace {
  const { id, at, method, path, status, error, server, latencyMs, bytes, origin } = trace;
  return { id, at, method, path, status, error, server, latencyMs, bytes, origin };
}
