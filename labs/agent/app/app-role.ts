import { once } from 'node:events';
import type { ServerName } from '@/labs/protocol/names';
import { emit } from '../frames';
import type { AgentRole } from '../agent-role';
import { unsupportedCommand } from '../unsupported-command';
import { createAppServer } from './app-server';

const reportEveryMs = 50;
const recordsPerFrame = 500;
export const appPort = 8080;

/** Role `app`: serve, report what was served, take faults, and die when told to. */
export function createAppRole(name: ServerName): AgentRole {
  const app = createAppServer(name);
  const report = () => {
    const next = app.takeReport();
    if (!next) return;
    let rest = next.records;
    do {
      emit({
        type: 'served',
        served: next.served,
        connections: next.connections,
        records: rest.slice(0, recordsPerFrame),
      });
      rest = rest.slice(recordsPerFrame);
    } while (rest.length > 0);
  };
  return {
    async start() {
      app.server.listen(appPort, '0.0.0.0');
      await once(app.server, 'listening');
      setInterval(report, reportEveryMs);
    },
    async handle(command) {
      switch (command.type) {
        case 'app-fault':
          return app.setFault(command.fault, command.leaseMs);
        case 'flush':
          return report();
        case 'crash':
          process.kill(process.pid, 'SIGKILL');
          // The signal is on its way; there is no answer.
          return new Promise(() => undefined);
        default:
          throw unsupportedCommand('app', command);
      }
    },
  };
}
