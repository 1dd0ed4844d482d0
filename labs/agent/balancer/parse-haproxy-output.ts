import type { Diagnostic } from '@/labs/protocol/diagnostics';
import { mainFile } from '@/labs/protocol/files';
import { inFolder } from './config-folders';
import { listHaproxyLines } from './haproxy-lines';

const severities: Record<string, Diagnostic['severity']> = {
  ALERT: 'error',
  WARNING: 'warning',
  NOTICE: 'info',
};

/** Lines that only repeat that something else is wrong, or that belong to how a cell runs HAProxy. */
const noise =
  /^(haproxy version is|path to executable is|Error\(s\) found in configuration file|Fatal errors found in configuration|Loading (success|failure)|Failed to initialize server\(s\) addr|\[\S*haproxy\.main\(\)\] Some protocols failed|New worker)/;

/** `Proxy 'web': …` or `backend 'pool'` name a section but no line: the line on which the section begins is shown. */
function sectionLine(message: string, mainText: string): number | null {
  const name = /\b(?:proxy|frontend|backend|listen|server)\s+'([^'/]+)/i.exec(message)?.[1];
  if (name === undefined) return null;
  return (
    listHaproxyLines(mainText).find(
      ({ words }) => words[1]?.text === name && /^(frontend|backend|listen)$/.test(words[0]?.text ?? ''),
    )?.line ?? null
  );
}

/** HAProxy's own lines, `[ALERT] (1) : config : parsing [/etc/haproxy/haproxy.cfg:3] : …`, as diagnostics in its own words. */
export function parseHaproxyOutput(output: string, mainText: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const row of output.split('\n')) {
    const continuation = /^\s+\| ?(.*)$/.exec(row)?.[1];
    const last = diagnostics.at(-1);
    if (continuation !== undefined && last) {
      last.message = `${last.message} ${continuation.trim()}`.slice(0, 2000);
      continue;
    }
    const [, level, rest] = /^\[(ALERT|WARNING|NOTICE)\]\s*\(\d+\) : (.*)$/.exec(row) ?? [];
    if (level === undefined || rest === undefined) continue;
    const said = rest.replace(/^(config : )+/, '');
    if (noise.test(said)) continue;
    const place = /\[(\/[^\]:]+):(\d+)\]/.exec(said);
    const message = said.replace(/^(?:parsing )?\[[^\]]+:\d+\] ?: ?/, '').slice(0, 2000);
    diagnostics.push({
      file: inFolder('haproxy', place?.[1]) || mainFile.haproxy,
      line: place?.[2] === undefined ? sectionLine(message, mainText) : Math.max(1, Number(place[2])),
      severity: severities[level] ?? 'error',
      message,
    });
  }
  return diagnostics;
}
