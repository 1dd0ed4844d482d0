import { Agent } from 'node:http';

export type ClientSettings = { clients: number; requestsPerConnection: number };
type Client = { agent: Agent; busy: boolean; requestsLeft: number };

/** A client that sends one request now. Give it back when the answer is in. */
export type Lease = { agent: Agent; keepAlive: boolean; release(): void };

/** A client with a new connection for one request. */
export function oneShotClient(): Lease {
  const agent = new Agent({ keepAlive: false });
  return { agent, keepAlive: false, release: () => agent.destroy() };
}

/** The clients that share the load: each has one keep-alive connection and sends one request at a time over it. */
export function createVirtualClients({ clients, requestsPerConnection }: ClientSettings) {
  const open = (lifetime: number): Client => ({
    agent: new Agent({ keepAlive: true, maxSockets: 1 }),
    busy: false,
    requestsLeft: lifetime,
  });
  // Staggered first lifetimes: the clients do not all reconnect in the same moment.
  const all = Array.from({ length: clients }, (_, i) =>
    open(Math.max(1, Math.ceil((requestsPerConnection * (i + 1)) / clients))),
  );
  let turn = 0;
  let closed = false;

  function idleClient(): Client | null {
    for (let i = 0; i < all.length; i += 1) {
      const client = all[(turn + i) % all.length];
      if (client && !client.busy) {
        turn = (turn + i + 1) % all.length;
        return client;
      }
    }
    return null;
  }

  return {
    /** The next idle client in turn. When all wait for answers, one more client comes with a connection for this request alone: the load is open. */
    lease(): Lease {
      const client = idleClient();
      if (!client) return oneShotClient();
      client.busy = true;
      client.requestsLeft -= 1;
      const isLast = client.requestsLeft <= 0;
      return {
        agent: client.agent,
        keepAlive: !isLast,
        release() {
          client.busy = false;
          if (isLast || closed) client.agent.destroy();
          if (!isLast) return;
          client.agent = new Agent({ keepAlive: true, maxSockets: 1 });
          client.requestsLeft = requestsPerConnection;
        },
      };
    },
    /** Closes the idle connections now and the busy ones as their answers come in. */
    close(): void {
      closed = true;
      for (const client of all) if (!client.busy) client.agent.destroy();
    },
  };
}
