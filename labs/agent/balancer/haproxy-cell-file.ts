import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { runFolder } from './cell-facts';
import { cellLimits } from './neutralise';

/** Writes the file that is read before the learner's: a control socket that hands listening sockets to the next process, and few threads. The learner's `nbthread` wins. */
export function haproxyCellFile(socket: string): string {
  const file = path.join(runFolder, 'haproxy-cell.cfg');
  const threads = Math.min(availableParallelism(), cellLimits.haproxyThreads);
  writeFileSync(
    file,
    `global\n  nbthread ${threads}\n  stats socket ${socket} mode 600 level admin expose-fd listeners\n`,
  );
  return file;
}
