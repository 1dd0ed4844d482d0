import type { ServerName } from '@/labs/protocol/names';
import { done, type Emit, refuse, type SimulatedAgent } from './simulated-agent';
import type { SimulatedNetwork } from './simulated-network';
import { SimulatedServer } from './simulated-server';

const reportEveryMs = 50;

/** An app server's container. After a crash its launcher waits for a line and starts the server anew. */
export function createSimulatedApp(name: ServerName, network: SimulatedNetwork, emit: Emit): SimulatedAgent {
  const start = () => {
    network.servers[name] = new SimulatedServer(name);
    emit({ type: 'hello', role: 'app', server: name });
  };
  const kill = () => {
    network.servers[name]?.stop();
    network.servers[name] = null;
  };
  const report = () => {
    const server = network.servers[name];
    const records = server?.takeRecords() ?? [];
    if (server && records.length > 0)
      emit({ type: 'served', served: server.served, connections: server.connections, records });
  };
  start();
  const timer = setInterval(report, reportEveryMs);
  return {
    handle(command) {
      const server = network.servers[name];
      if (server === null) return start();
      if (command.type === 'crash') return kill();
      if (command.type === 'app-fault') server.setFault(command.fault, command.leaseMs);
      else if (command.type === 'flush') report();
      else if (command.type !== 'ping') return refuse(emit, command);
      done(emit, command);
    },
    stop() {
      clearInterval(timer);
      kill();
    },
  };
}
