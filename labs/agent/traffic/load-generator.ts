import type { AgentEvent, LoadSettings } from '@/labs/protocol/agent-frames';
import { createLoadWindow } from './load-window';
import { requestHeaders } from './request-headers';
import { createSchedule } from './schedule';
import { sendRequest } from './send-request';
import { lookupTarget, targetHost } from './target';
import { createVirtualClients, oneShotClient } from './virtual-clients';

const tickMs = 250;
/** Requests that may wait for an answer at once; what is due beyond it fails as `overload`. */
const maxInFlight = 1024;

type Stretch = {
  settings: LoadSettings;
  schedule: ReturnType<typeof createSchedule>;
  clients: ReturnType<typeof createVirtualClients>;
  timer: NodeJS.Timeout | undefined;
};

/**
 * The open-loop load. When the balancer closes an idle kept connection in the very moment in which a request is written to it, the request is sent once more, as browsers do
 * with a GET (RFC 9110 §9.2.2, RFC 9112 §9.3.1); the tick counts it in `repeated`, and its latency still starts at the intended time. Nothing else is ever repeated.
 * A change of settings begins a new stretch; after a stop the ticks go on until every request sent has ended.
 */
export function createLoadGenerator(emitTick: (tick: Extract<AgentEvent, { type: 'tick' }>) => void) {
  const window = createLoadWindow();
  const idPrefix = `l${Date.now().toString(36)}-`;
  let sequence = 0;
  let inFlight = 0;
  let stretch: Stretch | null = null;
  let ticker: NodeJS.Timeout | undefined;

  async function sendOne({ settings, clients }: Stretch, intendedMs: number): Promise<void> {
    const id = idPrefix + (sequence++).toString(36);
    const path = settings.paths[sequence % settings.paths.length] ?? '/';
    const at = Math.round(performance.timeOrigin + intendedMs);
    window.countSent();
    if (inFlight >= maxInFlight) {
      return window.finish({
        id,
        at,
        method: 'GET',
        path,
        status: null,
        error: 'overload',
        latencyMs: 0,
        bytes: 0,
      });
    }
    inFlight += 1;
    const send = async (client: ReturnType<typeof clients.lease>) => {
      const outcome = await sendRequest({
        agent: client.agent,
        lookup: lookupTarget,
        host: targetHost,
        port: 80,
        method: 'GET',
        path,
        headers: requestHeaders(id, targetHost, [], 0, client.keepAlive),
        body: '',
        timeoutMs: settings.timeoutMs - (performance.now() - intendedMs),
        keepBody: false,
      });
      client.release();
      return outcome;
    };
    let outcome = await send(clients.lease());
    if (outcome.wasOvertaken) {
      window.countRepeated();
      outcome = await send(oneShotClient());
    }
    const { status, error, bytes } = outcome;
    inFlight -= 1;
    window.finish({
      id,
      at,
      method: 'GET',
      path,
      status,
      error,
      latencyMs: performance.now() - intendedMs,
      bytes,
    });
  }

  function pump(current: Stretch): void {
    if (stretch !== current) return;
    for (const intendedMs of current.schedule.take(performance.now(), maxInFlight))
      void sendOne(current, intendedMs);
    current.timer = setTimeout(() => {
      // After the poll phase a connection that the balancer has closed meanwhile is known to be closed.
      setImmediate(pump, current);
    }, current.schedule.msUntilNext(performance.now()));
  }

  function tick(): void {
    emitTick(window.takeTick(inFlight));
    if (stretch !== null || inFlight > 0) return;
    clearInterval(ticker);
    ticker = undefined;
  }

  function endStretch(): void {
    if (!stretch) return;
    clearTimeout(stretch.timer);
    stretch.clients.close();
    stretch = null;
  }

  return {
    set(settings: LoadSettings | null): void {
      endStretch();
      if (!settings) return;
      if (!ticker) {
        window.takeTick(inFlight);
        ticker = setInterval(tick, tickMs);
      }
      const schedule = createSchedule(performance.now(), settings.rate);
      const next: Stretch = { settings, schedule, clients: createVirtualClients(settings), timer: undefined };
      stretch = next;
      pump(next);
    },
  };
}
