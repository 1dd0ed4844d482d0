import type { Diagnostic } from '@/labs/protocol/diagnostics';
import type { LabFiles } from '@/labs/protocol/files';

/** What the cell allows; measured at start, not assumed. */
export type CellFacts = {
  /** The address family exists, so that `[::]:80` can be bound. */
  hasIpv6: boolean;
  /** Hard limit of open files per process. */
  maxOpenFiles: number;
  /** Whether the balancer's user could create a file at this absolute path; missing folders below a writable one are made. */
  isWritable(path: string): boolean;
};

/** The files as the balancer gets them: same names, same line numbers, with a warning for every line that was changed. */
export type Neutralised = { files: LabFiles; diagnostics: Diagnostic[] };

/** A change of one stretch of a file's text. Newlines inside the stretch are kept. */
export type Edit = { start: number; end: number; text: string };

/** Applies edits that do not overlap; the number of lines stays what it was. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < at) continue;
    const newlines = text.slice(edit.start, edit.end).replace(/[^\n]/g, '');
    result += text.slice(at, edit.start) + edit.text + newlines;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Programs of ordinary size for a cell; a host with many cores must not make a cell with many processes. */
export const cellLimits = { nginxWorkers: 4, nginxConnections: 16_384, haproxyThreads: 4 } as const;
