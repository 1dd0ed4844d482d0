import { expect, test } from 'vitest';
import type { CellFacts } from './neutralise';
import { needsStreamModule, neutraliseNginx } from './neutralise-nginx';
import { listNginxDirectives } from './nginx-directives';

const facts: CellFacts = {
  hasIpv6: true,
  maxOpenFiles: 4096,
  isWritable: (path) => /^\/(run|tmp|var\/log|var\/run|var\/lib\/nginx)\//.test(path),
};
const apply = (text: string, over: Partial<CellFacts> = {}, cpus = 2) => {
  const { files, diagnostics } = neutraliseNginx({ 'nginx.conf': text }, { ...facts, ...over }, cpus);
  return { text: files['nginx.conf'] ?? '', diagnostics };
};

test('directives are found with their lines through comments, quotes, escapes and variables', () => {
  const text = `# daemon on;\nuser www-data;\nhttp {\n  log_format m '$a "x;\n y" {';\n  set $x "a\\"b";\n  location ~ \\.php$ { return 200 "\${host};"; }\n}\n`;
  const found = listNginxDirectives(text).map(({ name, line, blocks }) => [name, line, blocks.join('/')]);
  expect(found).toEqual([
    ['user', 2, ''],
    ['http', 3, ''],
    ['log_format', 4, 'http'],
    ['set', 6, 'http'],
    ['location', 7, 'http'],
    ['return', 7, 'http/location'],
  ]);
});

test('an ordinary configuration is not touched', () => {
  const text =
    'user www-data;\nworker_processes auto;\npid /run/nginx.pid;\nerror_log /var/log/nginx/error.log;\nevents {}\nhttp { access_log off; server { listen 80; listen [::]:80; } }\n';
  expect(apply(text)).toEqual({ text, diagnostics: [] });
});

test('what a cell cannot do becomes a warning on its line, and no line moves', () => {
  const text =
    'daemon\n  on;\nmaster_process off;\nworker_rlimit_nofile 100000;\npid logs/nginx.pid;\nerror_log logs/error.log info;\nhttp {\n  server { listen [::1]:80; listen 80; }\n}\n';
  const result = apply(text);
  expect(result.text.split('\n')).toHaveLength(text.split('\n').length);
  expect(result.text).toContain('error_log /var/log/nginx/error.log info;');
  expect(result.text).toContain('pid /run/nginx.pid;');
  expect(result.text).toContain('worker_rlimit_nofile 4096;');
  expect(result.text).toContain('server {  listen 80; }');
  expect(result.diagnostics.map(({ line, severity }) => [line, severity])).toEqual(
    [1, 3, 4, 5, 6, 8].map((line) => [line, 'warning']),
  );
});

test('without IPv6 in the kernel, listening on [::] is left out', () => {
  expect(apply('http { server { listen [::]:80; } }', { hasIpv6: false }).diagnostics).toHaveLength(1);
});

test('a host with many processors does not make a cell with many workers', () => {
  expect(apply('worker_processes auto;', {}, 64).text).toBe('worker_processes 4;');
  expect(apply('worker_processes 32;').text).toBe('worker_processes 4;');
});

test('the stream module is loaded only when nothing else loads it', () => {
  const need = (text: string) => needsStreamModule({ 'nginx.conf': text });
  expect(need('events {}\nstream { server { listen 80; } }')).toBe(true);
  expect(need('load_module modules/ngx_stream_module.so;\nstream {}')).toBe(false);
  expect(need('include /etc/nginx/modules-enabled/*.conf;\nstream {}')).toBe(false);
  expect(need('http { }')).toBe(false);
});

test.each(['{', '}', '"', "'", '\\', ';;;', '}}}{', '#', 'daemon', 'a "b\n', '${', '\n\n"'])(
  'broken text %j is left to the checker',
  (text) => {
    expect(apply(text)).toEqual({ text, diagnostics: [] });
  },
);
