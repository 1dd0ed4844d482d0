import type { AgentCommand, AgentEvent } from '@/labs/protocol/agent-frames';

export type Emit = (event: AgentEvent) => void;

/** A container's program. It is made when its container starts and stopped with it. */
export interface SimulatedAgent {
  /** Takes one line of stdin. */
  handle(command: AgentCommand): void;
  stop(): void;
}

export const done = (emit: Emit, command: AgentCommand, result: unknown = null): void =>
  emit({ type: 'done', id: command.id, result });

export const refuse = (emit: Emit, command: AgentCommand): void =>
  emit({ type: 'failed', id: command.id, message: `This agent does not know "${command.type}".` });
