import { setTimeout as delay } from 'node:timers/promises';
import { type AgentCommand, type ProbeReport, requestIdHeader } from '@/labs/protocol/agent-frames';
import { done, type Emit, refuse, type SimulatedAgent } from './simulated-agent';
import { SimulatedLoad } from './simulated-load';
import type { SimulatedNetwork } from './simulated-network';

const tickEveryMs = 250;
/** Latencies below this are not waited for. */
const waitFromMs = 5;

type ProbeCommand = Extract<AgentCommand, { type: 'probe' }>;

async function probe(network: SimulatedNetwork, command: ProbeCommand): Promise<ProbeReport[]> {
  const queue = command.requests.entries();
  const reports: ProbeReport[] = [];
  const work = async () => {
    for (const [place, request] of queue) {
      const { id, method, path, connection, timeoutMs } = request;
      const headers: [string, string][] = [...request.headers, [requestIdHeader, id]];
      const at = Date.now();
      const answer = network.send({ id, path, headers, connection, timeoutMs });
      if (answer.latencyMs >= waitFromMs) await delay(answer.latencyMs);
      const body = method === 'HEAD' ? '' : answer.body;
      reports[place] = { ...answer, id, at, method, path, body, bytes: body.length };
    }
  };
  await Promise.all(Array.from({ length: command.concurrency }, work));
  return reports;
}

/** The traffic container: load on a timer, probes on demand. */
export function createSimulatedTraffic(network: SimulatedNetwork, emit: Emit): SimulatedAgent {
  let load: SimulatedLoad | null = null;
  let nextLoadId = 1;
  let isStopped = false;
  const timer = setInterval(() => load && emit(load.tick()), tickEveryMs);
  emit({ type: 'hello', role: 'traffic', server: null });
  return {
    handle(command) {
      if (command.type === 'ping') return done(emit, command);
      if (command.type === 'load') {
        const last = load?.tick();
        load = command.settings && new SimulatedLoad(network, () => `l${nextLoadId++}`, command.settings);
        done(emit, command);
        if (last) emit(last);
        return;
      }
      if (command.type !== 'probe') return refuse(emit, command);
      void probe(network, command).then((reports) => {
        if (!isStopped) done(emit, command, reports);
      });
    },
    stop() {
      isStopped = true;
      clearInterval(timer);
    },
  };
}
