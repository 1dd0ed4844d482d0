import type { AgentCommand, ServedRecord } from '@/labs/protocol/agent-frames';
import type { ServerName } from '@/labs/protocol/names';

type AppFault = NonNullable<Extract<AgentCommand, { type: 'app-fault' }>['fault']>;

/** What reaches a server: the request's id, and the connection of the client that asks. */
export type Arrival = {
  id: string;
  path: string;
  headers: [string, string][];
  /** Requests with the same name share a connection; null opens one for this request alone. */
  connection: string | null;
};

/** One app server's process: it counts, remembers what it served, and has the fault that it was given. */
export class SimulatedServer {
  served = 0;
  connections = 0;
  #pending: ServedRecord[] = [];
  #fault: AppFault | null = null;
  #lease: NodeJS.Timeout | null = null;
  #errorDebt = 0;
  readonly #open = new Map<string, number>();

  constructor(readonly name: ServerName) {}

  setFault(fault: AppFault | null, leaseMs: number): void {
    if (this.#lease) clearTimeout(this.#lease);
    this.#fault = fault;
    this.#errorDebt = 0;
    this.#lease = fault === null ? null : setTimeout(() => (this.#fault = null), leaseMs);
  }

  /** Serves a request. `delayMs` is how long the answer takes. */
  serve({ id, path, headers, connection }: Arrival): { status: number; delayMs: number } {
    this.served++;
    const status = this.#nextStatus();
    const at = Date.now();
    const number = this.#connectionOf(connection);
    const seen = id.startsWith('p') ? headers : null;
    this.#pending.push({ id, at, path, status, connection: number, headers: seen });
    return { status, delayMs: this.#fault?.kind === 'slow' ? this.#fault.delayMs : 1 };
  }

  takeRecords(): ServedRecord[] {
    return this.#pending.splice(0);
  }

  stop(): void {
    if (this.#lease) clearTimeout(this.#lease);
  }

  #nextStatus(): number {
    if (this.#fault?.kind !== 'errors') return 200;
    this.#errorDebt += this.#fault.share;
    if (this.#errorDebt < 1) return 200;
    this.#errorDebt -= 1;
    return 500;
  }

  #connectionOf(name: string | null): number {
    const known = name === null ? undefined : this.#open.get(name);
    if (known !== undefined) return known;
    this.connections++;
    if (name !== null) this.#open.set(name, this.connections);
    return this.connections;
  }
}
