import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import {
  requestIdHeader,
  servedByHeader,
  type AppFault,
  type ServedRecord,
} from '@/labs/protocol/agent-frames';
import type { ServerName } from '@/labs/protocol/names';
import type { z } from 'zod';
import { describeRequest, headerPairs } from './describe-request';
import { createFaultState } from './fault-state';

/** Kept in memory until the next report; beyond it records are lost, the count is not. */
const maxPending = 5000;

export type ServedReport = { served: number; connections: number; records: ServedRecord[] };

/** The app server of a cell: it answers every path, names itself and takes faults. */
export function createAppServer(name: ServerName) {
  const faults = createFaultState();
  const connectionNumbers = new WeakMap<Socket, number>();
  let accepted = 0;
  let open = 0;
  let served = 0;
  let reported = '';
  let pending: ServedRecord[] = [];

  function record(request: IncomingMessage, id: string, status: number): void {
    served += 1;
    if (pending.length >= maxPending) return;
    pending.push({
      id: id.slice(0, 64),
      at: Date.now(),
      path: request.url ?? '/',
      status,
      connection: connectionNumbers.get(request.socket) ?? 0,
      headers: id.startsWith('p') ? headerPairs(request.rawHeaders) : null,
    });
  }

  function answer(request: IncomingMessage, response: ServerResponse, fail: boolean): void {
    // The balancer gave up waiting: this server did not serve the request.
    if (response.destroyed || request.socket.destroyed) return;
    const header = request.headers[requestIdHeader];
    const id = typeof header === 'string' ? header : null;
    const status = fail ? 500 : 200;
    const facts = describeRequest(name, connectionNumbers.get(request.socket) ?? 0, id, request);
    const body =
      JSON.stringify(fail ? { server: name, requestId: id, error: 'injected fault' } : facts) + '\n';
    // Without the header it is a balancer's health check or a stranger: not part of the served traffic.
    if (id !== null) record(request, id, status);
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      [servedByHeader]: name,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  const server = createServer((request, response) => {
    request.resume();
    const { delayMs, fail } = faults.next();
    if (delayMs === 0) answer(request, response, fail);
    else setTimeout(answer, delayMs, request, response, fail);
  });
  // Longer than the 60 s for which balancers keep idle upstream connections, so that the server is never the one to close a connection in use.
  server.keepAliveTimeout = 90_000;
  server.headersTimeout = 95_000;
  server.requestTimeout = 0;
  server.on('connection', (socket) => {
    accepted += 1;
    open += 1;
    connectionNumbers.set(socket, accepted);
    socket.setNoDelay(true);
    socket.on('close', () => (open -= 1));
  });
  server.on('clientError', (_error, socket) => socket.destroy());

  return {
    server,
    setFault: (fault: z.infer<typeof AppFault> | null, leaseMs: number) => faults.set(fault, leaseMs),
    /** What happened since the last call, or null when nothing did. */
    takeReport(): ServedReport | null {
      const state = `${served} ${open}`;
      if (state === reported) return null;
      reported = state;
      const records = pending;
      pending = [];
      return { served, connections: open, records };
    },
  };
}
