import { servedByHeader } from '@/labs/protocol/agent-frames';
import { type ServerName, serverNames } from '@/labs/protocol/names';
import type { TransportError } from '@/labs/protocol/requests';
import type { Arrival, SimulatedServer } from './simulated-server';

/** How the world sees a container. */
export type Reachability = 'up' | 'paused' | 'unplugged' | 'stopped';

export type Answer = {
  status: number | null;
  error: TransportError | null;
  latencyMs: number;
  headers: [string, string][];
  body: string;
};

const noAnswer = (error: TransportError, latencyMs: number): Answer => ({
  status: null,
  error,
  latencyMs,
  headers: [],
  body: '',
});

/** The wires of one simulated cell: round robin over the servers that can be reached, as a balancer with retries does it. */
export class SimulatedNetwork {
  isBalancerServing = false;
  /** The process in each app container; null while it is crashed. */
  readonly servers: Record<ServerName, SimulatedServer | null> = { app1: null, app2: null, app3: null };
  #turn = 0;

  constructor(private readonly reachability: (node: 'balancer' | ServerName) => Reachability) {}

  send(request: Arrival & { timeoutMs: number }): Answer {
    const balancer = this.reachability('balancer');
    if (balancer === 'paused') return noAnswer('timeout', request.timeoutMs);
    if (balancer !== 'up') return noAnswer('unreachable', 1);
    if (!this.isBalancerServing) return noAnswer('refused', 1);
    const server = this.#nextServer();
    if (server === null)
      return { status: 502, error: null, latencyMs: 1, headers: [], body: 'no server is available' };
    const { status, delayMs } = server.serve(request);
    if (delayMs >= request.timeoutMs) return noAnswer('timeout', request.timeoutMs);
    return {
      status,
      error: null,
      latencyMs: delayMs,
      headers: [[servedByHeader, server.name]],
      body: `${server.name}\n`,
    };
  }

  #nextServer(): SimulatedServer | null {
    for (let step = 0; step < serverNames.length; step++) {
      const name = serverNames[this.#turn++ % serverNames.length];
      const server = name === undefined ? null : this.servers[name];
      if (server !== null && this.reachability(server.name) === 'up') return server;
    }
    return null;
  }
}
