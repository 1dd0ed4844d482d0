import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DeepHealth } from '@/labs/service/observability/deep-health';
import type { EngineWatch } from '@/labs/service/observability/engine-watch';
import type { Logger } from '@/labs/service/observability/log';
import type { ServiceMetrics } from '@/labs/service/observability/metrics';
import type { SocketGate } from './socket-gate';

type EdgeOptions = {
  gate: SocketGate;
  engine: EngineWatch;
  deepHealth: DeepHealth;
  metrics: ServiceMetrics;
  log: Logger;
};

const headersDeadlineMs = 5000;
const requestDeadlineMs = 10_000;
const maxHeaderBytes = 16 * 1024;

/** The service's HTTP side: health, metrics, and the upgrade to a run's socket. Nothing else exists here. */
export class HttpEdge {
  private readonly server: Server;

  constructor(private readonly options: EdgeOptions) {
    this.server = createServer(
      {
        headersTimeout: headersDeadlineMs,
        requestTimeout: requestDeadlineMs,
        maxHeaderSize: maxHeaderBytes,
      },
      (request, response) => {
        void this.route(request, response).catch((error: unknown) => {
          options.log.error({ err: error }, 'a request failed');
          if (!response.headersSent) send(response, 500, { error: 'internal' });
        });
      },
    );
    this.server.on('upgrade', (request, socket, head) => {
      void options.gate.upgrade(request, socket, head).catch((error: unknown) => {
        options.log.error({ err: error }, 'an upgrade failed');
        socket.destroy();
      });
    });
  }

  /** Resolves with the port. Rejects when it is in use. */
  listen(port: number, host: string | undefined): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen({ port, ...(host ? { host } : {}) }, () => {
        this.server.off('error', reject);
        resolve(portOf(this.server.address()));
      });
    });
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://lab.invalid');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(response, 405, { error: 'method' });
    switch (pathname) {
      case '/healthz': {
        const engine = this.options.engine.health ?? (await this.options.engine.probe());
        return send(response, 200, { ok: true, engine });
      }
      case '/health': {
        const health = await this.options.deepHealth.check();
        return send(response, health.ok ? 200 : 503, health);
      }
      case '/metrics':
        return this.showMetrics(request, response);
      default:
        return send(response, 404, { error: 'not-found' });
    }
  }

  private async showMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isLocal(request)) return send(response, 403, { error: 'local-only' });
    const { registry } = this.options.metrics;
    response.writeHead(200, { 'content-type': registry.contentType });
    response.end(await registry.metrics());
  }
}

/** A proxy on this machine makes everybody look local, so what was forwarded is not. */
function isLocal(request: IncomingMessage): boolean {
  if (request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined)
    return false;
  const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  return address === '::1' || address.startsWith('127.');
}

const portOf = (address: string | AddressInfo | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
