import { servedByHeader, type LoadSample, type ProbeReport } from '@/labs/protocol/agent-frames';
import type { ProbeResponse, RequestTrace } from '@/labs/protocol/requests';
import type { z } from 'zod';
import type { ServedLedger } from './served-ledger';

type Sample = z.infer<typeof LoadSample>;

export function traceOfSample(sample: Sample, ledger: ServedLedger): RequestTrace {
  return { ...sample, server: ledger.find(sample.id)?.server ?? null, origin: 'load' };
}

/** The traffic container's report of a probe, joined with what the app server itself says about the same request. */
export function responseOfProbe(
  report: ProbeReport,
  ledger: ServedLedger,
  origin: 'composer' | 'check',
): ProbeResponse {
  const claimed = report.headers.find(([name]) => name.toLowerCase() === servedByHeader)?.[1] ?? null;
  const served = ledger.find(report.id, claimed);
  ledger.forget(report.id);
  return {
    ...report,
    origin,
    headers: report.headers.slice(0, 64),
    server: served?.server ?? null,
    seenByServer: served && {
      connection: served.record.connection,
      headers: (served.record.headers ?? []).slice(0, 64),
      path: served.record.path,
    },
  };
}

export function traceOfResponse(response: ProbeResponse): RequestTrace {
  const { id, at, method, path, status, error, server, latencyMs, bytes, origin } = response;
  return { id, at, method, path, status, error, server, latencyMs, bytes, origin };
}
