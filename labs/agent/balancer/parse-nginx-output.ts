import type { Diagnostic } from '@/labs/protocol/diagnostics';
import { inFolder } from './config-folders';

const severities: Record<string, Diagnostic['severity']> = { warn: 'warning', notice: 'info', info: 'info' };

/**
 * Nginx's own lines, `2026/11/23 09:38:51 [emerg] 139#139: … in /etc/nginx/nginx.conf:6`, as diagnostics in its own words.
 * What it tells itself with `error_log … debug` says nothing about the files.
 */
export function parseNginxOutput(output: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const row of output.split('\n')) {
    const match =
      /^(?:\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d |nginx: )?\[(\w+)\] (?:\d+#\d+: )?(?:\*\d+ )?(.*)$/.exec(row);
    const [, level, message] = match ?? [];
    if (level === undefined || message === undefined || level === 'debug') continue;
    const place = / in (\/\S+):(\d+)$/.exec(message);
    diagnostics.push({
      file: inFolder('nginx', place?.[1]),
      line: place?.[2] === undefined ? null : Math.max(1, Number(place[2])),
      severity: severities[level] ?? 'error',
      message: (place ? message.slice(0, place.index) : message).slice(0, 2000),
    });
  }
  return diagnostics;
}
