import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  watch,
} from 'node:fs';
import path from 'node:path';
import type { AgentEvent } from '@/labs/protocol/agent-frames';
import { runFolder } from './cell-facts';
import { createLogLimiter } from './log-limiter';

/** A file is emptied when it is read to its end and this long: the tmpfs stays far from full. */
const truncateAtBytes = 512 * 1024;
const chunkBytes = 64 * 1024;
const flushMs = 50;

type Followed = { offset: number; rest: string; source: string };

/** Follows the balancer's output files and all files below the log folders, and sends their lines as `log` events. */
export function createLogTail(
  folders: readonly string[],
  sources: Readonly<Record<string, string>>,
  emitLog: (event: Extract<AgentEvent, { type: 'log' }>) => void,
) {
  const files = new Map<string, Followed>();
  const limiter = createLogLimiter();
  const emergencies: { at: number; text: string }[] = [];
  let timer: NodeJS.Timeout | undefined;

  function takeLine(source: string, text: string): void {
    if (text.trim() === '') return;
    if (text.includes('[emerg]')) {
      emergencies.push({ at: Date.now(), text });
      if (emergencies.length > 50) emergencies.shift();
    }
    limiter.add({ at: Date.now(), source, text: text.slice(0, 4096) });
  }

  function readFile(file: string, followed: Followed): void {
    const fd = openSync(file, 'r+');
    try {
      let size = fstatSync(fd).size;
      if (size < followed.offset) followed.offset = 0;
      const buffer = Buffer.alloc(chunkBytes);
      while (followed.offset < size) {
        const read = readSync(fd, buffer, 0, chunkBytes, followed.offset);
        if (read === 0) break;
        followed.offset += read;
        const rows = (followed.rest + buffer.toString('utf8', 0, read)).split('\n');
        followed.rest = (rows.pop() ?? '').slice(0, 8192);
        for (const row of rows) takeLine(followed.source, row);
        size = fstatSync(fd).size;
        if (followed.offset > 16 * truncateAtBytes) break;
      }
      if (followed.offset >= truncateAtBytes) {
        ftruncateSync(fd, 0);
        followed.offset = 0;
      }
    } finally {
      closeSync(fd);
    }
  }

  function scan(): void {
    for (const folder of folders) {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const isOutput = sources[entry.name] !== undefined;
        if (!entry.isFile() || (folder === runFolder && !isOutput)) continue;
        const file = path.join(folder, entry.name);
        const followed = files.get(file) ?? {
          offset: 0,
          rest: '',
          source: sources[entry.name] ?? entry.name,
        };
        files.set(file, followed);
        try {
          if (statSync(file).size !== followed.offset) readFile(file, followed);
        } catch {
          // Removed or unreadable meanwhile; the next change shows.
          files.delete(file);
        }
      }
    }
  }

  function flush(): void {
    timer = undefined;
    scan();
    const event = limiter.take();
    if (event) emitLog(event);
  }

  const schedule = () => {
    timer ??= setTimeout(flush, flushMs);
  };

  return {
    /** A line that comes from a process directly. */
    add(source: string, text: string): void {
      takeLine(source, text);
      schedule();
    },
    start(): void {
      for (const folder of folders) {
        mkdirSync(folder, { recursive: true });
        watch(folder, schedule).on('error', schedule);
      }
      schedule();
    },
    /** The [emerg] lines since a moment (epoch ms), the newest log lines included. */
    emergenciesSince(since: number): string {
      scan();
      schedule();
      return emergencies
        .filter(({ at }) => at >= since)
        .map(({ text }) => text)
        .join('\n');
    },
  };
}
