import path from 'node:path';
import type { Diagnostic } from '@/labs/protocol/diagnostics';
import type { LabFiles } from '@/labs/protocol/files';
import { applyEdits, cellLimits, type CellFacts, type Edit, type Neutralised } from './neutralise';
import { listNginxDirectives, type NginxDirective } from './nginx-directives';

/** Debian's compile-time prefix: relative log and temp paths start here, and it is read-only. */
const prefix = '/usr/share/nginx';

type Change = { text: string; why: string };
const dropped = (why: string): Change => ({ text: '', why });

const quoted = (words: readonly string[]) =>
  words.map((word) => (/[\s;{}"']/.test(word) || word === '' ? JSON.stringify(word) : word)).join(' ');
const withFirst = (directive: NginxDirective, first: string, why: string): Change => ({
  text: `${quoted([directive.name, first, ...directive.args.slice(1)])};`,
  why,
});

/** A path that the balancer's user cannot write gets a place where it can. */
function redirected(directive: NginxDirective, folder: string, facts: CellFacts): Change | null {
  const given = directive.args[0] ?? '';
  if (given === '' || given === 'off' || given === 'stderr' || /^(syslog:|memory:)/.test(given)) return null;
  if (given.includes('$')) return null;
  const wanted = path.resolve(prefix, given);
  if (wanted.startsWith('/dev/') || facts.isWritable(wanted)) return null;
  const instead = path.join(folder, path.basename(wanted));
  return withFirst(
    directive,
    instead,
    `${wanted} cannot be written in a cell, whose disk is read-only there. ${directive.name} uses ${instead} instead.`,
  );
}

function capped(directive: NginxDirective, limit: number, why: string): Change | null {
  const wanted = Number(directive.args[0]);
  return Number.isInteger(wanted) && wanted > limit ? withFirst(directive, String(limit), why) : null;
}

function listenChange(directive: NginxDirective, facts: CellFacts): Change | null {
  const address = directive.args[0] ?? '';
  if (!address.startsWith('[')) return null;
  if (address.startsWith('[::]') && facts.hasIpv6) return null;
  return dropped(
    `A cell has no IPv6, so listening on ${address} is left out. Clients reach the balancer over IPv4.`,
  );
}

function changeOf(directive: NginxDirective, facts: CellFacts): Change | null {
  const top = directive.blocks.length === 0;
  switch (directive.name) {
    case 'daemon':
      return top && directive.args[0] !== 'off'
        ? dropped(
            'The cell runs Nginx in the foreground and watches over it, so "daemon" has no effect here.',
          )
        : top
          ? dropped('The cell runs Nginx in the foreground in any case, so "daemon off" is not needed here.')
          : null;
    case 'master_process':
      return top
        ? dropped('The cell needs the master process for reloads, so "master_process" has no effect here.')
        : null;
    case 'worker_processes':
      return capped(
        directive,
        cellLimits.nginxWorkers,
        `A cell has room for ${cellLimits.nginxWorkers} worker processes; that many are started.`,
      );
    case 'worker_connections':
      return capped(
        directive,
        cellLimits.nginxConnections,
        `A cell has memory for ${cellLimits.nginxConnections} connections per worker; that is the limit here.`,
      );
    case 'worker_rlimit_nofile':
      return capped(
        directive,
        facts.maxOpenFiles,
        `A process of a cell may open ${facts.maxOpenFiles} files and cannot raise that limit; ${facts.maxOpenFiles} is used.`,
      );
    case 'worker_priority':
      return Number(directive.args[0]) < 0
        ? dropped(
            'A cell may not raise the priority of its processes, so "worker_priority" has no effect here.',
          )
        : null;
    case 'error_log':
    case 'access_log':
      return redirected(directive, '/var/log/nginx', facts);
    case 'pid':
    case 'lock_file':
      return redirected(directive, '/run', facts);
    case 'client_body_temp_path':
    case 'proxy_temp_path':
    case 'fastcgi_temp_path':
    case 'uwsgi_temp_path':
    case 'scgi_temp_path':
      return redirected(directive, '/var/lib/nginx', facts);
    case 'proxy_cache_path':
      return redirected(directive, '/var/cache/nginx', facts);
    case 'listen':
      return listenChange(directive, facts);
    default:
      return null;
  }
}

/** Takes out of Nginx files what a cell cannot do. `hostCpus` bounds `worker_processes auto`. */
export function neutraliseNginx(files: LabFiles, facts: CellFacts, hostCpus: number): Neutralised {
  const diagnostics: Diagnostic[] = [];
  const changed = Object.entries(files).map(([file, text]): [string, string] => {
    const edits: Edit[] = [];
    for (const directive of listNginxDirectives(text)) {
      const isAuto = directive.name === 'worker_processes' && directive.args[0] === 'auto';
      const change =
        isAuto && hostCpus > cellLimits.nginxWorkers
          ? withFirst(
              directive,
              String(cellLimits.nginxWorkers),
              `A cell has room for ${cellLimits.nginxWorkers} worker processes; that many are started.`,
            )
          : changeOf(directive, facts);
      if (!change) continue;
      edits.push({ start: directive.start, end: directive.end, text: change.text });
      diagnostics.push({ file, line: directive.line, severity: 'warning', message: change.why });
    }
    return [file, applyEdits(text, edits)];
  });
  return { files: Object.fromEntries(changed), diagnostics };
}

const streamModule = 'load_module modules/ngx_stream_module.so; ';

/** Whether the files use `stream` without loading its module (Debian builds it as a dynamic one). A guess: the checker has the last word. */
export function needsStreamModule(files: LabFiles): boolean {
  const directives = Object.values(files).flatMap(listNginxDirectives);
  const isTop = (directive: NginxDirective) => directive.blocks.length === 0;
  return (
    directives.some((directive) => isTop(directive) && directive.name === 'stream') &&
    !directives.some(
      (directive) => directive.name === 'load_module' && directive.args[0]?.includes('ngx_stream_module'),
    ) &&
    !directives.some(
      (directive) =>
        isTop(directive) && directive.name === 'include' && directive.args[0]?.includes('modules-enabled'),
    )
  );
}

/** What the cell puts before the first line of nginx.conf; being on that line it moves no line number. */
export const nginxPreamble = (withStream: boolean) => `daemon off; ${withStream ? streamModule : ''}`;
