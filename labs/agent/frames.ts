import { AgentCommand, type AgentEvent } from '@/labs/protocol/agent-frames';

/** Longest command that is kept in memory. An apply of 512 KiB of files stays far below it, however it is escaped. */
const maxCommandBytes = 4 * 1024 * 1024;
/** When the service reads this much too slowly, events that may be lost are lost instead of filling the memory. */
const maxBacklogBytes = 2 * 1024 * 1024;

/** Splits a stream of chunks into lines; a line over the limit is dropped whole. */
export function createLineSplitter(onLine: (line: string) => void, maxBytes = maxCommandBytes) {
  let parts: Buffer[] = [];
  let size = 0;
  let dropping = false;
  return (chunk: Buffer) => {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(10, start);
      const piece = chunk.subarray(start, end === -1 ? chunk.length : end);
      size += piece.length;
      if (size > maxBytes) {
        dropping = true;
        parts = [];
      } else if (piece.length > 0) parts.push(piece);
      if (end === -1) return;
      const line = dropping ? '' : Buffer.concat(parts).toString('utf8');
      parts = [];
      size = 0;
      dropping = false;
      if (line.trim() !== '') onLine(line);
      start = end + 1;
    }
  };
}

export type ParsedCommand =
  { ok: true; command: AgentCommand } | { ok: false; id: number | null; message: string };

/** A malformed command keeps its id, when it has one, so that it can be answered by `failed`. */
export function parseCommand(line: string): ParsedCommand {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { ok: false, id: null, message: 'The line is not JSON.' };
  }
  const parsed = AgentCommand.safeParse(value);
  if (parsed.success) return { ok: true, command: parsed.data };
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  const issue = parsed.error.issues[0];
  return {
    ok: false,
    id: typeof id === 'number' && Number.isInteger(id) && id >= 0 ? id : null,
    message: `The command is malformed: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
  };
}

/** Writes one frame to stdout, the only thing that is ever written there. */
export function emit(event: AgentEvent): void {
  const isLossy = event.type === 'log' || event.type === 'tick';
  if (isLossy && process.stdout.writableLength > maxBacklogBytes) return;
  process.stdout.write(JSON.stringify(event) + '\n');
}
