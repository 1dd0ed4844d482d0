import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ensureLabImage } from '@/labs/images/build';
import { Diagnostic } from '@/labs/protocol/diagnostics';
import { DockerCellRuntime } from '@/labs/runtime/docker/docker-cell-runtime';

const root = path.resolve(import.meta.dirname, '../..');
const Verification = z.strictObject({
  scenario: z.string(),
  balancer: z.string(),
  startMs: z.number().positive(),
  apply: z.strictObject({ ok: z.boolean(), ms: z.number(), diagnostics: z.array(Diagnostic) }),
  tasks: z.array(z.object({ id: z.string(), ok: z.boolean(), evidence: z.string() })),
});

let folder: string;
let image: string;
const instance = `${process.env.LAB_INSTANCE ?? 'test'}-cli-${randomUUID().slice(0, 8)}`;

function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'labs/cli/main.ts', ...args], {
    cwd: root,
    env: { ...process.env, LAB_IMAGE: image, LAB_INSTANCE: instance, INIT_CWD: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.err += text));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, ...output })),
  );
  return { child, output, ended };
}
const run = (...args: string[]) => start(args).ended;

async function cellsLeft() {
  const runtime = new DockerCellRuntime({ instance: `${instance}-cli`, image });
  return (await runtime.list()).length;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lab-cli-'));
  image = process.env.LAB_IMAGE ?? (await ensureLabImage()).tag;
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('npm run lab -- verify', () => {
  it('ends with 0 on the solution, with one JSON document on stdout and the progress on stderr', async () => {
    const { code, out, err } = await run('verify', 'first-balancer', '--balancer', 'nginx', '--json');
    const { scenario, balancer, apply, tasks } = Verification.parse(JSON.parse(out));
    expect({ scenario, balancer, ok: apply.ok }).toEqual({
      scenario: 'first-balancer',
      balancer: 'nginx',
      ok: true,
    });
    expect(tasks.map(({ id, ok }) => [id, ok])).toEqual([
      ['paths', true],
      ['spread', true],
      ['crash', true],
    ]);
    expect(err).toContain('Starting a cell');
    expect(code).toBe(0);
    expect(await cellsLeft()).toBe(0);
  });

  it('ends with 1 on a configuration that lacks something, and shows the request that proves it', async () => {
    const start = path.join(root, 'labs/scenarios/01-first-balancer/start/haproxy');
    const { code, out } = await run('verify', 'first-balancer', '--balancer', 'haproxy', '--files', start);
    expect(out).toMatch(/FAIL {2}spread\n.*app1 240 \(100 %\)/);
    expect(out).toMatch(/request: +p\d+ GET \/ → app1, status 200/);
    expect(code).toBe(1);
  });

  it.each([
    ['nginx', 'events {}\nhttp {\n  server { listen 80; proxy_pas http://app1:8080; }\n}\n', 3],
    ['haproxy', 'frontend f\n  bind :80\n  default_backend nowhere\n', 1],
  ])(
    'ends with 1 when %s rejects the configuration, and says on which line',
    async (balancer, text, line) => {
      await writeFile(path.join(folder, 'mine.conf'), text);
      const { code, out } = await run(
        ...['verify', 'layer-4', '--balancer', balancer, '--config', 'mine.conf', '--json'],
      );
      const { apply, tasks } = Verification.parse(JSON.parse(out));
      expect({ ok: apply.ok, tasks }).toEqual({ ok: false, tasks: [] });
      const error = apply.diagnostics.find(({ severity }) => severity === 'error');
      expect(error?.line).toBeGreaterThanOrEqual(line);
      expect(code).toBe(1);
    },
  );

  it('ends with 2 and a sentence when no engine answers', async () => {
    const { ended } = start(['verify', 'layer-4', '--balancer', 'nginx', '--json'], {
      DOCKER_HOST: 'unix:///nowhere/docker.sock',
    });
    const { code, out, err } = await ended;
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/Docker does not answer: .*\n$/);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'removes its cell when it is ended by %s in the middle of a task',
    async (signal) => {
      const { child, output, ended } = start(['verify', 'failover', '--balancer', 'nginx']);
      await expect.poll(() => output.err, { timeout: 60_000 }).toContain('requests per second');
      expect(await cellsLeft()).toBe(1);
      child.kill(signal);
      expect((await ended).code).toBe(signal === 'SIGINT' ? 130 : 143);
      expect(await cellsLeft()).toBe(0);
    },
  );
});
