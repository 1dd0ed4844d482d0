import { type AgentCommandInput, AgentEvent } from '@/labs/protocol/agent-frames';
import type { CellNode } from './cell-runtime';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

const defaultDeadlineMs = 30_000;

/** Hears everything that a node says, for tests: waits for a frame with a deadline, and fails with what was heard instead. */
export class ContractAgent {
  readonly events: AgentEvent[] = [];
  readonly #waiting = new Set<() => void>();
  #nextId = 1;

  constructor(readonly node: CellNode) {
    node.onLine((line) => {
      this.events.push(AgentEvent.parse(JSON.parse(line)));
      for (const look of [...this.#waiting]) look();
    });
  }

  /** The first frame from `from` on (an index of `events`) that is accepted. */
  waitFor(
    what: string,
    accepts: (event: AgentEvent) => boolean,
    { deadlineMs = defaultDeadlineMs, from = 0 } = {},
  ): Promise<AgentEvent> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.events.slice(from).find(accepts);
        if (!found) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(found);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        const heard = JSON.stringify(this.events.slice(-5));
        reject(new Error(`${this.node.name}: no ${what} within ${deadlineMs} ms. Heard last: ${heard}`));
      }, deadlineMs);
      this.#waiting.add(look);
      look();
    });
  }

  hello(options?: { deadlineMs?: number; from?: number }): Promise<AgentEvent> {
    return this.waitFor('hello', ({ type }) => type === 'hello', options);
  }

  /** Sends a command without waiting. Returns its id. */
  post(command: WithoutId<AgentCommandInput>): number {
    const id = this.#nextId++;
    this.node.send(JSON.stringify({ ...command, id }));
    return id;
  }

  /** Sends a command and gives its result; rejects when the agent refuses it. */
  async request(command: WithoutId<AgentCommandInput>, deadlineMs?: number): Promise<unknown> {
    const id = this.post(command);
    const answer = await this.waitFor(
      `answer to ${command.type}`,
      (event) => (event.type === 'done' || event.type === 'failed') && event.id === id,
      deadlineMs === undefined ? {} : { deadlineMs },
    );
    if (answer.type === 'done') return answer.result;
    throw new Error(`${this.node.name} refused ${command.type}: ${JSON.stringify(answer)}`);
  }

  async ping(deadlineMs?: number): Promise<void> {
    await this.request({ type: 'ping' }, deadlineMs);
  }
}
