import type { AgentCommand } from '@/labs/protocol/agent-frames';

/** A command that is another role's. */
export function unsupportedCommand(role: string, command: AgentCommand): Error {
  return new Error(`The ${role} agent has no command "${command.type}".`);
}
