import type { Balancer } from '@/labs/protocol/names';
import type { Directive } from './directive';
import { haproxyKeywords } from './haproxy-keywords';
import { nginxDirectives } from './nginx-directives';
import { haproxyPlace, nginxPlace } from './place';

/** `fits`: it may stand here; others come after it in the list. */
export type Suggestion = { label: string; insert: string; directive: Directive | null; fits: boolean };

const servers = ['app1:8080', 'app2:8080', 'app3:8080'];

const nginxValues: Record<string, readonly string[]> = {
  server: [...servers, 'max_fails=1', 'fail_timeout=10s', 'weight=1', 'backup', 'down', 'max_conns='],
  proxy_next_upstream: [
    'error',
    'timeout',
    'http_500',
    'http_502',
    'http_503',
    'http_504',
    'non_idempotent',
    'off',
  ],
  proxy_set_header: [
    'Host $host',
    'X-Real-IP $remote_addr',
    'X-Forwarded-For $proxy_add_x_forwarded_for',
    'Connection ""',
  ],
  proxy_http_version: ['1.1'],
  proxy_buffering: ['on', 'off'],
  listen: ['80', '[::]:80', '80 default_server'],
};

const haproxyValues: Record<string, readonly string[]> = {
  balance: ['roundrobin', 'leastconn', 'source', 'uri', 'random(2)', 'first', 'static-rr', 'hdr(name)'],
  mode: ['tcp', 'http'],
  'retry-on': [
    'conn-failure',
    'empty-response',
    'response-timeout',
    'junk-response',
    'all-retryable-errors',
    '503',
  ],
  bind: [':80', '*:80', '[::]:80 v4v6'],
};

/** What may be written at the end of `before`, the text from the start of the file to the cursor. */
export function suggest(balancer: Balancer, before: string): Suggestion[] {
  return balancer === 'nginx' ? suggestNginx(before) : suggestHaproxy(before);
}

function suggestNginx(before: string): Suggestion[] {
  const { context, statement } = nginxPlace(before);
  if (context === 'comment') return [];
  const name = /^(\S+)\s/.exec(statement)?.[1];
  if (name !== undefined)
    return name === 'server' && context !== 'upstream' ? [] : values(nginxValues[name] ?? []);
  return nginxDirectives.map((directive) => ({
    label: directive.name,
    insert: directive.syntax === `${directive.name} ;` ? `${directive.name};` : directive.name,
    directive,
    fits: directive.contexts.includes(context) || directive.contexts.includes('any'),
  }));
}

function suggestHaproxy(before: string): Suggestion[] {
  const { context, statement } = haproxyPlace(before);
  if (context === 'comment') return [];
  const words = statement.split(/\s+/);
  const [name = ''] = words;
  if (words.length > 1) {
    if (name === 'option' || name === 'no') return keywords((one) => one.contexts.includes('option'));
    if (name === 'timeout' && words.length === 2)
      return keywords((one) => one.name.startsWith('timeout ')).map((one) => strip(one, 'timeout '));
    if (name === 'server' && words.length === 3) return values(servers);
    if (name === 'server' || name === 'default-server')
      return keywords(
        (one) => one.contexts.includes('server') || one.name === 'maxconn' || one.name === 'cookie',
      );
    return values(haproxyValues[name] ?? []);
  }
  return keywords((one) => one.contexts[0] !== 'option' && one.contexts[0] !== 'server').map((one) => ({
    ...one,
    fits: one.directive?.contexts.some((where) => where === context || where === 'file') ?? true,
  }));
}

const keywords = (keep: (directive: Directive) => boolean): Suggestion[] =>
  haproxyKeywords
    .filter(keep)
    .map((directive) => ({ label: directive.name, insert: directive.name, directive, fits: true }));

const strip = (one: Suggestion, prefix: string): Suggestion => ({
  ...one,
  label: one.label.slice(prefix.length),
  insert: one.insert.slice(prefix.length),
});

const values = (labels: readonly string[]): Suggestion[] =>
  labels.map((label) => ({ label, insert: label, directive: null, fits: true }));

/** Help for the word at a place; `line` is the text from the start of the word's line to its end. */
export function explain(balancer: Balancer, word: string, lineBefore: string): Directive | null {
  if (balancer === 'nginx') return nginxDirectives.find((one) => one.name === word) ?? null;
  const first = lineBefore.trim().split(/\s+/)[0] ?? '';
  const inside = first === 'option' || first === 'no' ? 'option' : first.endsWith('server') ? 'server' : null;
  return (
    haproxyKeywords.find((one) => one.name === `${first} ${word}`) ??
    haproxyKeywords.find((one) => one.name === word && inside !== null && one.contexts[0] === inside) ??
    haproxyKeywords.find((one) => one.name === word && (inside === null || one.contexts[0] !== inside)) ??
    null
  );
}
