import { emit } from '../frames';
import type { AgentRole } from '../agent-role';
import { unsupportedCommand } from '../unsupported-command';
import { createLoadGenerator } from './load-generator';
import { createProber } from './probe';

/** Role `traffic`: the cell's clients. What it sees is the truth that verdicts are made of. */
export function createTrafficRole(): AgentRole {
  const load = createLoadGenerator(emit);
  const probe = createProber();
  return {
    start: async () => undefined,
    async handle(command) {
      switch (command.type) {
        case 'load':
          return load.set(command.settings);
        case 'probe':
          return probe(command);
        default:
          throw unsupportedCommand('traffic', command);
      }
    },
  };
}
