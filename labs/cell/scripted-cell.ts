import { AgentCommand, type AgentEvent } from '@/labs/protocol/agent-frames';
import type { NodeName } from '@/labs/protocol/names';
import type { Cell, CellNode } from '@/labs/runtime/cell-runtime';
import { createEmitter } from './emitter';

type Reply = (command: AgentCommand, node: ScriptedNode) => unknown;
/** A reply with this value is none at all. */
export const silence = Symbol('silence');

/** A container for unit tests: it answers every command at once with what the script says (null unless told). */
export class ScriptedNode implements CellNode {
  readonly commands: AgentCommand[] = [];
  readonly orders: string[] = [];
  reply: Reply = () => null;
  onRestart: () => void = () => this.event({ type: 'hello', role: 'app', server: null });
  readonly #lines = createEmitter<string>();
  readonly #floods = createEmitter<void>();
  readonly #exits = createEmitter<{ code: number | null }>();

  constructor(readonly name: NodeName) {}

  send(line: string): void {
    const command = AgentCommand.parse(JSON.parse(line));
    this.commands.push(command);
    const result = this.reply(command, this);
    if (result === silence) return;
    if (result instanceof Error) this.event({ type: 'failed', id: command.id, message: result.message });
    else this.event({ type: 'done', id: command.id, result });
  }
  event(event: AgentEvent): void {
    this.line(JSON.stringify(event));
  }
  line(text: string): void {
    this.#lines.emit(text);
  }
  flood(): void {
    this.#floods.emit();
  }
  exit(code: number): void {
    this.#exits.emit({ code });
  }
  onLine = this.#lines.on;
  onFlood = (listener: () => void) => this.#floods.on(listener);
  onExit = this.#exits.on;

  async pause() {
    this.orders.push('pause');
  }
  async resume() {
    this.orders.push('resume');
  }
  async unplug() {
    this.orders.push('unplug');
  }
  async plug() {
    this.orders.push('plug');
  }
  async restart() {
    this.orders.push('restart');
    this.onRestart();
  }
  async memoryBytes() {
    return 1024;
  }
  typesSent(): string[] {
    return this.commands.map((command) => command.type);
  }
}

export function createScriptedCell(): Cell & { nodes: Record<NodeName, ScriptedNode> } {
  return {
    id: 'scripted',
    nodes: {
      balancer: new ScriptedNode('balancer'),
      app1: new ScriptedNode('app1'),
      app2: new ScriptedNode('app2'),
      app3: new ScriptedNode('app3'),
      traffic: new ScriptedNode('traffic'),
    },
  };
}
