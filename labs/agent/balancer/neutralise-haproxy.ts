import path from 'node:path';
import type { Diagnostic } from '@/labs/protocol/diagnostics';
import type { LabFiles } from '@/labs/protocol/files';
import { listHaproxyLines, type HaproxyLine } from './haproxy-lines';
import { cellLimits, type CellFacts, type Neutralised } from './neutralise';

type Change = { words: string[] | null; why: string };
const dropped = (why: string): Change => ({ words: null, why });

const socketFolder = '/run/haproxy';
const quoted = (word: string) =>
  /[\s#"'\\]/.test(word) || word === '' ? `'${word.replaceAll("'", `'\\''`)}'` : word;

const droppedGlobals: Record<string, string> = {
  chroot: 'The cell itself is the jail: HAProxy may not use chroot in it, so the line has no effect here.',
  daemon: 'The cell runs HAProxy in the foreground and watches over it, so "daemon" has no effect here.',
  user: 'HAProxy already runs as an ordinary user in a cell and cannot change to another; the line has no effect here.',
  uid: 'HAProxy already runs as an ordinary user in a cell and cannot change to another; the line has no effect here.',
  group:
    'HAProxy already runs as an ordinary user in a cell and cannot change its group; the line has no effect here.',
  gid: 'HAProxy already runs as an ordinary user in a cell and cannot change its group; the line has no effect here.',
  setcap:
    'A cell has no capabilities to give, and ports below 1024 need none in it; the line has no effect here.',
  pidfile: 'The cell keeps track of the process itself, so "pidfile" has no effect here.',
  'master-worker': 'The cell supervises HAProxy itself, so "master-worker" has no effect here.',
};

const ownershipWords = new Set(['user', 'group', 'uid', 'gid']);

/** Takes the owner of a UNIX socket out of a `bind`, `stats socket` or `unix-bind` line: only root can give files away. */
function withoutOwner(words: readonly string[]): string[] | null {
  const kept: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    if (ownershipWords.has(words[i] ?? '')) i += 1;
    else kept.push(words[i] ?? '');
  }
  return kept.length === words.length ? null : kept;
}

function socketChange(words: string[], addressAt: number, facts: CellFacts): Change | null {
  const address = words[addressAt] ?? '';
  const socket = /^(?:unix@)?(\/.*)$/.exec(address)?.[1];
  if (socket === undefined) return null;
  const reasons: string[] = [];
  let next = withoutOwner(words);
  if (next)
    reasons.push('Only root can give a socket to another user or group, so these words are left out here.');
  if (!facts.isWritable(socket)) {
    const instead = path.join(socketFolder, path.basename(socket));
    next = [...(next ?? words)];
    next[addressAt] = instead;
    reasons.push(`${socket} cannot be written in a cell; the socket is ${instead} instead.`);
  }
  return next ? { words: next, why: reasons.join(' ') } : null;
}

function bindChange(words: string[], facts: CellFacts): Change | null {
  const addresses = (words[1] ?? '').split(',');
  const isGone = (address: string) => {
    const bare = address.replace(/^ipv6@/, '');
    if (!address.startsWith('ipv6@') && !bare.startsWith('[') && !/^:::/.test(bare) && !/:.*:/.test(bare))
      return false;
    return !/^(\[::\]|::)(:\d+)?$/.test(bare) || !facts.hasIpv6;
  };
  const kept = addresses.filter((address) => !isGone(address));
  if (kept.length === addresses.length) return socketChange(words, 1, facts);
  const why = 'A cell has no IPv6, so this address is left out. Clients reach the balancer over IPv4.';
  return kept.length === 0 ? dropped(why) : { words: ['bind', kept.join(','), ...words.slice(2)], why };
}

const isSyslogHere = (target: string) =>
  /^(\/dev\/log|\/var\/run\/log|\/run\/systemd\/journal\/.*|(127\.0\.0\.1|localhost)(:514)?)$/.test(target);

/** There is no syslog in a cell: its lines go to the Log instead. A second line to the same place would only repeat them. */
function logChange(words: string[], isFirst: boolean): Change | null {
  if (!isSyslogHere(words[1] ?? '')) return null;
  if (!isFirst)
    return dropped(
      'A cell has no syslog. The lines of this target are already in the Log through the line above.',
    );
  const rest = words.slice(2);
  const format = rest.includes('format') ? [] : ['format', 'raw'];
  return {
    words: ['log', 'stdout', ...format, ...rest],
    why: 'A cell has no syslog; these lines go to the Log instead.',
  };
}

function changeOf(line: HaproxyLine, words: string[], facts: CellFacts, isFirstLog: boolean): Change | null {
  const [first, second] = words;
  if (first === undefined) return null;
  const isGlobal = line.section === 'global';
  if (isGlobal && droppedGlobals[first] !== undefined) return dropped(droppedGlobals[first]);
  if (isGlobal && first === 'stats' && second === 'socket') return socketChange(words, 2, facts);
  if (isGlobal && first === 'unix-bind') {
    const next = withoutOwner(words);
    const why = 'Only root can give a socket to another user or group, so these words are left out here.';
    return next && { words: next.length > 1 ? next : null, why };
  }
  if (isGlobal && first === 'nbthread' && Number(second) > cellLimits.haproxyThreads)
    return {
      words: ['nbthread', String(cellLimits.haproxyThreads)],
      why: `A cell has room for ${cellLimits.haproxyThreads} threads; that many are started.`,
    };
  if (isGlobal && first === 'ulimit-n' && Number(second) > facts.maxOpenFiles)
    return dropped(
      `A process of a cell may open ${facts.maxOpenFiles} files and cannot raise that limit; the line has no effect here.`,
    );
  if (isGlobal && first === 'maxconn' && Number(second) * 2 + 100 > facts.maxOpenFiles) {
    const room = Math.floor((facts.maxOpenFiles - 100) / 2);
    return {
      words: ['maxconn', String(room)],
      why: `A process of a cell may open ${facts.maxOpenFiles} files, two for each connection; ${room} connections are the limit here.`,
    };
  }
  if (first === 'bind') return bindChange(words, facts);
  return first === 'log' ? logChange(words, isFirstLog) : null;
}

/** Takes out of HAProxy files what a cell cannot do. Only the main file is a configuration; the others (maps, Lua, pages) stay as they are. */
export function neutraliseHaproxy(files: LabFiles, facts: CellFacts): Neutralised {
  const diagnostics: Diagnostic[] = [];
  const changed = Object.entries(files).map(([file, text]): [string, string] => {
    if (!file.endsWith('.cfg')) return [file, text];
    const contents = text.split('\n');
    const loggedSections = new Set<string>();
    for (const line of listHaproxyLines(text)) {
      const words = line.words.map((word) => word.text);
      const sectionKey = `${line.section} ${line.sectionName}`;
      const change = changeOf(line, words, facts, !loggedSections.has(sectionKey));
      if (!change) continue;
      if (words[0] === 'log') loggedSections.add(sectionKey);
      contents[line.line - 1] = change.words ? `  ${change.words.map(quoted).join(' ')}` : '';
      diagnostics.push({ file, line: line.line, severity: 'warning', message: change.why });
    }
    return [file, contents.join('\n')];
  });
  return { files: Object.fromEntries(changed), diagnostics };
}
