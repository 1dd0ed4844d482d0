import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { maxClientFrameBytes } from '@/labs/protocol/client-frames';
import { closeCodes } from '@/labs/protocol/server-frames';
import { labSocketPath, labSubprotocol, replaceParameter, type TicketClaims } from '@/labs/protocol/ticket';
import type { Logger } from '@/labs/service/observability/log';
import type { ServiceMetrics } from '@/labs/service/observability/metrics';
import type { RunRegistry } from '@/labs/service/sessions/run-registry';
import type { RunSession } from '@/labs/service/sessions/run-session';
import { AddressLimit } from './address-limit';
import { refuseUpgrade } from './refuse-upgrade';
import { requestedTicket } from './requested-ticket';
import { RunSocket } from './run-socket';
import type { TicketVerifier } from './verify-ticket';

type GateOptions = {
  verifier: TicketVerifier;
  registry: RunRegistry;
  connectionsPerAddress: number;
  framesPerSecond: number;
  metrics: ServiceMetrics;
  log: Logger;
};

/** Lets a browser's socket in to its run, or refuses it with plain HTTP before anything is created. */
export class SocketGate {
  private readonly addresses: AddressLimit;
  private isClosing = false;
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: maxClientFrameBytes,
    perMessageDeflate: false,
    clientTracking: true,
    handleProtocols: () => labSubprotocol,
  });

  constructor(private readonly options: GateOptions) {
    this.addresses = new AddressLimit(options.connectionsPerAddress);
  }

  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    const release = this.addresses.take(request.socket.remoteAddress ?? 'unknown');
    if (!release) {
      return this.refuse(socket, 429, 'too-many-connections', 'Too many open labs from this address.');
    }
    socket.once('close', release);
    const url = new URL(request.url ?? '/', 'http://lab.invalid');
    if (url.pathname !== labSocketPath)
      return this.refuse(socket, 404, 'not-found', 'There is nothing here.');
    const ticket = await this.options.verifier.verify(requestedTicket(request), request.headers.origin);
    if (!ticket.ok) {
      const { status, code, message } = ticket.refusal;
      return this.refuse(socket, status, code, message);
    }
    if (!this.options.registry.mayJoin(ticket.claims)) {
      return this.refuse(socket, 403, 'run-foreign', 'This run belongs to somebody else.');
    }
    if (this.isClosing) return this.refuse(socket, 503, 'shutting-down', 'The lab service is restarting.');
    const replace = url.searchParams.get(replaceParameter) === '1';
    this.admit(request, socket, head, ticket.claims, replace);
  }

  /** No new sockets. Those that are open are their runs' to close. */
  close(): void {
    this.isClosing = true;
    for (const socket of this.server.clients) socket.close(closeCodes.shutdown, 'restarting');
  }

  /** Ends the connections of browsers that did not answer the close frame. */
  terminate(): void {
    for (const socket of this.server.clients) socket.terminate();
  }

  private admit(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    claims: TicketClaims,
    replace: boolean,
  ): void {
    const { registry, metrics, framesPerSecond } = this.options;
    this.server.handleUpgrade(request, socket, head, (webSocket) => {
      metrics.sockets.inc();
      let session: RunSession | null = null;
      const runSocket: RunSocket = new RunSocket(webSocket, framesPerSecond, {
        frame: (frame) => session?.receive(runSocket, frame),
        refused: (refusal) => session?.refuse(runSocket, refusal),
        dropped: () => metrics.framesDropped.inc(),
        closed: () => {
          metrics.sockets.dec();
          session?.detach(runSocket);
        },
      });
      session = registry.join(claims, runSocket, replace);
    });
  }

  private refuse(socket: Duplex, status: number, code: string, message: string): void {
    this.options.metrics.refusedUpgrades.inc({ reason: code });
    this.options.log.info({ status, code }, 'a socket was refused');
    refuseUpgrade(socket, status, code, message);
  }
}
