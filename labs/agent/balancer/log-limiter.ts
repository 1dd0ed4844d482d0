import type { AgentEvent } from '@/labs/protocol/agent-frames';

type LogEvent = Extract<AgentEvent, { type: 'log' }>;
type Line = LogEvent['lines'][number];

export const maxLinesPerSecond = 200;

const bare = (text: string) => text.replace(/^\[\w+\]\s+\(\d+\) : /, '').replaceAll("'", '');

/** Lets 200 lines a second through and counts the rest. HAProxy says some things twice, on stderr and to its log: once is enough. */
export function createLogLimiter() {
  let lines: Line[] = [];
  let dropped = 0;
  let windowStart = 0;
  let used = 0;
  let last = '';
  return {
    add(line: Line): void {
      const text = `${line.source} ${bare(line.text)}`;
      const isEcho = text === last && bare(line.text) === line.text.replaceAll("'", '');
      last = text;
      if (isEcho && line.source === 'haproxy') return;
      if (line.at - windowStart >= 1000) {
        windowStart = line.at;
        used = 0;
      }
      used += 1;
      if (used > maxLinesPerSecond) dropped += 1;
      else lines.push(line);
    },
    /** What came since the last call, or null. */
    take(): LogEvent | null {
      if (lines.length === 0 && dropped === 0) return null;
      const event: LogEvent = { type: 'log', lines, dropped };
      lines = [];
      dropped = 0;
      return event;
    },
  };
}
