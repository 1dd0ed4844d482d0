import type { AgentEvent, LoadSettings } from '@/labs/protocol/agent-frames';
import type { SimulatedNetwork } from './simulated-network';

type Tick = Extract<AgentEvent, { type: 'tick' }>;
type Sample = Tick['samples'][number];

const maxSamples = 10;

function percentile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
}

const isFailed = ({ status }: Sample) => status === null || status >= 500;

/** Sends the requests that were due since the last tick, all at once, and says how they went. */
export class SimulatedLoad {
  #at = performance.now();
  #due = 0;
  #sent = 0;

  constructor(
    private readonly network: SimulatedNetwork,
    private readonly nextId: () => string,
    readonly settings: LoadSettings,
  ) {}

  tick(): Tick {
    const now = performance.now();
    const windowMs = now - this.#at;
    this.#at = now;
    this.#due += (windowMs / 1000) * this.settings.rate;
    const results: Sample[] = [];
    for (; this.#due >= 1; this.#due--) results.push(this.#send());
    const failed = results.filter(isFailed);
    const failures: Record<string, number> = {};
    for (const { status, error } of failed) {
      const cause = error ?? String(status);
      failures[cause] = (failures[cause] ?? 0) + 1;
    }
    const latencies = results.map(({ latencyMs }) => latencyMs).toSorted((a, b) => a - b);
    const samples = [...failed, ...results.filter((sample) => !isFailed(sample))].slice(0, maxSamples);
    return {
      type: 'tick',
      at: Date.now(),
      windowMs,
      sent: results.length,
      ok: results.length - failed.length,
      failed: failed.length,
      inFlight: 0,
      p50Ms: percentile(latencies, 0.5),
      p99Ms: percentile(latencies, 0.99),
      failures,
      samples,
    };
  }

  #send(): Sample {
    const { paths, clients, requestsPerConnection, timeoutMs } = this.settings;
    const id = this.nextId();
    const path = paths[this.#sent % paths.length] ?? '/';
    const round = Math.floor(this.#sent / (clients * requestsPerConnection));
    const connection = `load-${this.#sent % clients}-${round}`;
    this.#sent++;
    const answer = this.network.send({ id, path, headers: [], connection, timeoutMs });
    const { status, error, latencyMs, body } = answer;
    return { id, at: Date.now(), method: 'GET', path, status, error, latencyMs, bytes: body.length };
  }
}
