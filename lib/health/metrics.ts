import 'server-only';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

type Metrics = {
  registry: Registry;
  requests: Counter<'status'>;
  durations: Histogram<'method'>;
};

const create = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'site_' });
  return {
    registry,
    requests: new Counter({
      name: 'site_api_requests_total',
      help: 'Answered API requests by status.',
      labelNames: ['status'],
      registers: [registry],
    }),
    durations: new Histogram({
      name: 'site_api_request_seconds',
      help: 'Time from an API request to its answer, in seconds.',
      labelNames: ['method'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    }),
  };
};

/** Route handlers are bundled apart from each other; one registry serves them all. */
const holder: typeof globalThis & { masteryMetrics?: Metrics } = globalThis;

export const metrics = (): Metrics => (holder.masteryMetrics ??= create());
