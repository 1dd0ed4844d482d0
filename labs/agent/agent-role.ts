import type { AgentCommand } from '@/labs/protocol/agent-frames';

/** Handles a role's own commands; what it resolves to is the command's result. */
export type AgentRole = {
  start(): Promise<void>;
  handle(command: AgentCommand): Promise<unknown>;
};
