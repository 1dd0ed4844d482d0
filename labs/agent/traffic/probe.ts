import { Agent } from 'node:http';
import { setImmediate as afterPoll } from 'node:timers/promises';
import type { AgentCommand, ProbeReport } from '@/labs/protocol/agent-frames';
import { requestHeaders } from './request-headers';
import { sendRequest } from './send-request';
import { lookupTarget, targetHost } from './target';

export type ProbeCommand = Extract<AgentCommand, { type: 'probe' }>;
type Probe = ProbeCommand['requests'][number];

/** Named connections that are kept at once; the one unused for longest is closed first. */
const maxConnections = 256;

/** Sends probes, each exactly once. A named connection outlives the command: the next probe with its name uses it again while it lives. */
export function createProber() {
  const connections = new Map<string, { agent: Agent; tail: Promise<unknown> }>();

  function connectionNamed(name: string) {
    const connection = connections.get(name) ?? {
      agent: new Agent({ keepAlive: true, maxSockets: 1 }),
      tail: Promise.resolve(),
    };
    connections.delete(name);
    connections.set(name, connection);
    for (const [oldest, { agent }] of connections) {
      if (connections.size <= maxConnections) break;
      agent.destroy();
      connections.delete(oldest);
    }
    return connection;
  }

  async function sendOne(probe: Probe, agent: Agent, keepAlive: boolean): Promise<ProbeReport> {
    // After the poll phase a connection that the balancer has closed meanwhile is known to be closed.
    await afterPoll();
    const at = Date.now();
    const started = performance.now();
    const bodyBytes = Buffer.byteLength(probe.body);
    const { status, error, bytes, headers, body } = await sendRequest({
      agent,
      lookup: lookupTarget,
      host: targetHost,
      port: probe.port,
      method: probe.method,
      path: probe.path,
      headers: requestHeaders(probe.id, targetHost, probe.headers, bodyBytes, keepAlive),
      body: probe.body,
      timeoutMs: probe.timeoutMs,
      keepBody: true,
    });
    const latencyMs = performance.now() - started;
    return {
      id: probe.id,
      at,
      method: probe.method,
      path: probe.path,
      latencyMs,
      status,
      error,
      bytes,
      headers,
      body,
    };
  }

  function send(probe: Probe): Promise<ProbeReport> {
    if (probe.connection === null) {
      const agent = new Agent({ keepAlive: false });
      return sendOne(probe, agent, false).finally(() => agent.destroy());
    }
    const connection = connectionNamed(probe.connection);
    const report = connection.tail.then(() => sendOne(probe, connection.agent, true));
    connection.tail = report.catch(() => undefined);
    return report;
  }

  return async ({ requests, concurrency }: ProbeCommand): Promise<ProbeReport[]> => {
    const reports: ProbeReport[] = [];
    let next = 0;
    const worker = async () => {
      for (let index = next++; index < requests.length; index = next++) {
        const probe = requests[index];
        if (probe) reports[index] = await send(probe);
      }
    };
    await Promise.all(Array.from({ length: Math.min(concurrency, requests.length) }, worker));
    return reports;
  };
}
