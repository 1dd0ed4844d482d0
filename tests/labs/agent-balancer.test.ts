import type Docker from 'dockerode';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLiveCell } from '@/labs/cell/create-live-cell';
import type { LiveCell, LogLine } from '@/labs/cell/live-cell';
import { mainFile } from '@/labs/protocol/files';
import type { Balancer } from '@/labs/protocol/names';
import { openTestRuntime, type TestRuntime } from '../support/docker-cells';
import { execInContainer } from '../support/docker-exec';

const balancers: readonly Balancer[] = ['nginx', 'haproxy'];

/** A balancer over three servers that names its generation in a response header. */
function numbered(balancer: Balancer, generation: number): string {
  if (balancer === 'nginx')
    return `events {}
http {
  upstream pool { server app1:8080; server app2:8080; server app3:8080; }
  server {
    listen 80;
    add_header x-generation ${generation};
    location / { proxy_pass http://pool; }
  }
}
`;
  return `global
  daemon
defaults
  mode http
  timeout connect 1s
  timeout client 10s
  timeout server 10s
frontend web
  bind :80
  http-response set-header x-generation ${generation}
  default_backend pool
backend pool
  server app1 app1:8080 check
  server app2 app2:8080 check
  server app3 app3:8080 check
`;
}

let runtime: TestRuntime;
let cell: LiveCell;
let container: Docker.Container;
const log: LogLine[] = [];

beforeAll(async () => {
  runtime = await openTestRuntime();
  const launched = await runtime.launch();
  container = runtime.container(launched, 'balancer');
  cell = await createLiveCell(launched);
  cell.on((event) => {
    if (event.type === 'log') log.push(...event.lines);
  });
});
afterAll(async () => {
  cell?.dispose();
  await runtime?.close();
});

const apply = (balancer: Balancer, text: string, more: Record<string, string> = {}) =>
  cell.apply(balancer, { [mainFile[balancer]]: text, ...more });
const stock = async (file: string) =>
  (await execInContainer(runtime.docker, container, ['cat', file])).output;
const generation = async () => {
  const [response] = await cell.send([{}]);
  return response?.headers.find(([name]) => name.toLowerCase() === 'x-generation')?.[1] ?? null;
};

test("Debian's own nginx.conf and its default site run unchanged", async () => {
  const outcome = await apply('nginx', await stock('/usr/share/lab/etc-nginx/nginx.conf'));
  expect(outcome.ok).toBe(true);
  expect(outcome.diagnostics.map(({ line, severity }) => [line, severity])).toEqual([[1, 'warning']]);
  expect((await cell.send([{}]))[0]?.status).not.toBeNull();
});

test("Debian's own haproxy.cfg runs, with a warning on each line that a cell cannot do, and its syslog lines reach the Log", async () => {
  const site = numbered('haproxy', 1).slice(numbered('haproxy', 1).indexOf('frontend'));
  const outcome = await apply('haproxy', (await stock('/usr/share/lab/etc-haproxy/haproxy.cfg')) + site);
  expect(outcome.ok).toBe(true);
  expect(outcome.diagnostics.map(({ line }) => line)).toEqual([2, 3, 4, 7, 8, 9]);
  expect(outcome.diagnostics.every(({ severity }) => severity === 'warning')).toBe(true);
  expect((await cell.send([{ path: '/seen-in-the-log' }]))[0]?.status).toBe(200);
  await expect.poll(() => log.some(({ text }) => text.includes('/seen-in-the-log'))).toBe(true);
});

test.each([
  ['loaded by nobody', ''],
  ['loaded by load_module', 'load_module modules/ngx_stream_module.so;\n'],
  ["loaded by Debian's modules-enabled", 'include /etc/nginx/modules-enabled/*.conf;\n'],
])('stream works when its module is %s', async (_how, first) => {
  const text = `${first}events {}\nstream { server { listen 80; listen [::]:80; proxy_pass app2:8080; } }\n`;
  expect(await apply('nginx', text)).toMatchObject({ ok: true, diagnostics: [] });
  expect((await cell.send([{}]))[0]).toMatchObject({ status: 200, server: 'app2' });
});

describe.each(balancers)('%s', (balancer) => {
  test('when Apply answers, new requests meet the new configuration only', async () => {
    for (let i = 1; i <= 10; i += 1) {
      expect(await apply(balancer, numbered(balancer, i))).toMatchObject({ ok: true });
      expect(await generation()).toBe(String(i));
    }
  });

  test('reloads under load lose no request', async () => {
    await apply(balancer, numbered(balancer, 0));
    const report = await cell.measureLoad({ rate: 200, durationMs: 3000 }, async () => {
      for (let i = 1; i <= 8; i += 1)
        expect(await apply(balancer, numbered(balancer, i))).toMatchObject({ ok: true });
    });
    expect(report.sent).toBeGreaterThan(500);
    expect(report).toMatchObject({ failed: 0, failures: {} });
  });

  test('a rejected configuration names its line and leaves the previous one serving', async () => {
    await apply(balancer, numbered(balancer, 41));
    const outcome = await apply(
      balancer,
      numbered(balancer, 42).replace(/^.*x-generation.*$/m, 'bogus here;'),
    );
    expect(outcome.ok).toBe(false);
    const line =
      numbered(balancer, 42)
        .split('\n')
        .findIndex((row) => row.includes('x-generation')) + 1;
    expect(outcome.diagnostics[0]).toMatchObject({ file: mainFile[balancer], line, severity: 'error' });
    expect(outcome.diagnostics[0]?.message).toContain('bogus');
    expect(await generation()).toBe('41');
  });

  test('an address that nobody can bind is an error, and the previous configuration serves on', async () => {
    await apply(balancer, numbered(balancer, 51));
    const bad = numbered(balancer, 52)
      .replace('listen 80', 'listen 10.9.9.9:80')
      .replace('bind :80', 'bind 10.9.9.9:80');
    const outcome = await apply(balancer, bad);
    expect(outcome.ok).toBe(false);
    expect(outcome.diagnostics[0]?.message).toContain('Cannot assign requested address');
    expect(await generation()).toBe('51');
  });
});

test('switching from one balancer to the other and back serves each time', async () => {
  for (const [step, balancer] of [...balancers, ...balancers].entries()) {
    expect(await apply(balancer, numbered(balancer, step))).toMatchObject({ ok: true });
    expect(await generation()).toBe(String(step));
  }
});

test('a checker that never ends is stopped and explained, and the previous configuration serves on', async () => {
  await apply('nginx', numbered('nginx', 61));
  const endless = numbered('haproxy', 62).replace('daemon', 'lua-load /etc/haproxy/endless.lua');
  const outcome = await apply('haproxy', endless, { 'endless.lua': 'while true do end' });
  expect(outcome.ok).toBe(false);
  expect(outcome.diagnostics[0]?.message).toContain('did not end within 5 s');
  expect(await generation()).toBe('61');
});

test('a full disk is explained, and the next files that fit are applied', async () => {
  await apply('nginx', numbered('nginx', 71));
  const fill = 'dd if=/dev/zero of=/etc/nginx/conf.d/fill bs=64k count=100 || true';
  await execInContainer(runtime.docker, container, ['sh', '-c', fill]);
  const outcome = await apply('nginx', `# ${'x'.repeat(200_000)}\n${numbered('nginx', 72)}`);
  expect(outcome).toMatchObject({ ok: false, diagnostics: [{ severity: 'error' }] });
  expect(outcome.diagnostics[0]?.message).toContain('disk is full');
  expect(await apply('nginx', numbered('nginx', 73), { 'conf.d/new.conf': '' })).toMatchObject({ ok: true });
  expect(await generation()).toBe('73');
});

test.each([
  ['nginx', '^nginx: master'],
  ['haproxy', '^/usr/sbin/haproxy'],
] as const)(
  '%s killed from outside is reported, and the next apply starts it anew',
  async (balancer, pattern) => {
    await apply(balancer, numbered(balancer, 81));
    const kill = `for p in /proc/[0-9]*; do if grep -q "${pattern}" $p/cmdline 2>/dev/null; then kill -9 \${p#/proc/}; fi; done`;
    await execInContainer(runtime.docker, container, ['sh', '-c', kill]);
    await expect.poll(() => cell.balancer.kind).toBe('down');
    expect(await apply(balancer, numbered(balancer, 82))).toMatchObject({ ok: true });
    expect(await generation()).toBe('82');
  },
);
