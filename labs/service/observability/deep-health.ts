import type { LabFiles } from '@/labs/protocol/files';
import type { CellSupply } from '@/labs/service/pool/cell-supply';
import type { Logger } from './log';

/** `ms`: from asking for a cell to the answer of the routed request. `at`: epoch ms. */
export type DeepHealthReport =
  { ok: true; at: number; ms: number } | { ok: false; at: number; reason: string };

const freshForMs = 30_000;
const deadlineMs = 20_000;

const tinyConfiguration: LabFiles = {
  'nginx.conf': `events {}
http {
  server {
    listen 80;
    location / { proxy_pass http://app1:8080; }
  }
}
`,
};

/** Proves that learners can be served: takes a real cell, configures it, routes a request through it, and removes it. */
export class DeepHealth {
  private last: DeepHealthReport | null = null;
  private running: Promise<DeepHealthReport> | null = null;

  constructor(
    private readonly supply: Pick<CellSupply, 'take' | 'discard'>,
    private readonly log: Logger,
  ) {}

  /** One examination at a time, and at most one in 30 s. Never rejects. */
  check(): Promise<DeepHealthReport> {
    if (this.last && Date.now() - this.last.at < freshForMs) return Promise.resolve(this.last);
    this.running ??= this.examine()
      .then((report) => {
        this.last = report;
        return report;
      })
      .finally(() => {
        this.running = null;
      });
    return this.running;
  }

  private async examine(): Promise<DeepHealthReport> {
    const startedAt = performance.now();
    try {
      const status = await this.routeOneRequest(AbortSignal.timeout(deadlineMs));
      const at = Date.now();
      if (status === 200) return { ok: true, at, ms: Math.round(performance.now() - startedAt) };
      return {
        ok: false,
        at,
        reason: `A request through a fresh cell was answered with ${status ?? 'nothing'}.`,
      };
    } catch (error) {
      this.log.error({ err: error }, 'the deep health check failed');
      return { ok: false, at: Date.now(), reason: 'No cell could be made and used. The log says why.' };
    }
  }

  private async routeOneRequest(signal: AbortSignal): Promise<number | null> {
    const cell = await this.supply.take(signal);
    try {
      const outcome = await cell.live.apply('nginx', tinyConfiguration, signal);
      if (!outcome.ok) throw new Error('the smallest configuration was rejected');
      const [response] = await cell.live.send([{ path: '/' }], { origin: 'check' });
      return response?.status ?? null;
    } finally {
      void this.supply.discard(cell);
    }
  }
}
