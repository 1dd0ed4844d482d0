import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InMemoryCellRuntime } from '@/labs/runtime/memory/in-memory-cell-runtime';
import { runCli } from './run-cli';

let folder: string;
let runtime: InMemoryCellRuntime;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lab-cli-'));
  runtime = new InMemoryCellRuntime();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(line: string, signal = new AbortController().signal) {
  const output = { out: '', err: '' };
  const code = await runCli(line.split(' ').filter(Boolean), {
    out: (text) => void (output.out += text),
    err: (text) => void (output.err += text),
    createRuntime: () => runtime,
    cwd: folder,
    signal,
  });
  return { code, ...output };
}

describe('the command line', () => {
  it.each([
    ['', 'list or verify'],
    ['dance', 'not a command'],
    ['verify', 'name of a scenario'],
    ['verify first-balancer', '--balancer'],
    ['verify first-balancer --balancer apache', '--balancer'],
    ['verify nowhere --balancer nginx', 'There is no scenario "nowhere"'],
    ['verify first-balancer layer-4 --balancer nginx', 'one more'],
    ['verify first-balancer --balancer nginx --colour', 'colour'],
    ['verify first-balancer --balancer nginx --files a --config b', 'not both'],
    ['verify first-balancer --balancer nginx --config missing.conf', 'no such file'],
    ['verify first-balancer --balancer nginx --files missing', 'no such file or folder'],
    ['verify first-balancer --balancer nginx --files .', 'has no nginx.conf'],
    ['list everything', '--json'],
  ])('"%s" ends with 2, a sentence on stderr, and nothing on stdout', async (line, words) => {
    const { code, out, err } = await run(line);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });

  it('lists the scenarios for people and for scripts', async () => {
    expect((await run('list')).out).toContain('first-balancer');
    const listed: unknown = JSON.parse((await run('list --json')).out);
    expect(listed).toMatchObject([{ slug: 'first-balancer' }, { slug: 'layer-4' }, { slug: 'failover' }]);
  });
});

describe('verify', () => {
  it('ends with 2 when no engine answers, or a cell cannot be made', async () => {
    runtime.healthAnswer = { ok: false, code: 'no-engine', message: 'Start Docker.' };
    expect(await run('verify first-balancer --balancer nginx')).toEqual({
      code: 2,
      out: '',
      err: 'Start Docker.\n',
    });
    runtime.healthAnswer = { ok: true, engine: 'memory', version: '1' };
    runtime.failNextLaunch('host-full', 'No memory is left.');
    const { code, err } = await run('verify first-balancer --balancer nginx');
    expect(code).toBe(2);
    expect(err).toContain('No memory is left.');
  });

  it('ends with 1 when the configuration is rejected, says where, and removes the cell', async () => {
    writeFileSync(path.join(folder, 'mine.conf'), 'events {}\nsyntax-error;\n');
    const { code, out } = await run('verify first-balancer --balancer nginx --config mine.conf --json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      scenario: 'first-balancer',
      balancer: 'nginx',
      startMs: expect.any(Number),
      apply: {
        ok: false,
        ms: expect.any(Number),
        diagnostics: [{ file: 'nginx.conf', line: 2, severity: 'error', message: expect.any(String) }],
      },
      tasks: [],
    });
    expect(await runtime.list()).toEqual([]);
  });

  it('removes the cell when it is interrupted', async () => {
    const stop = new AbortController();
    const interrupted = expect(run('verify failover --balancer haproxy', stop.signal)).rejects.toThrow(
      'Interrupted',
    );
    await expect.poll(async () => (await runtime.list()).length).toBe(1);
    stop.abort(new Error('Interrupted'));
    await interrupted;
    expect(await runtime.list()).toEqual([]);
  });

  it('removes what an earlier run left behind, once it has expired', async () => {
    await runtime.launch({ cellId: 'leftover', expiresAt: Date.now() - 1 });
    await runtime.launch({ cellId: 'other', expiresAt: Date.now() + 60_000 });
    writeFileSync(path.join(folder, 'mine.conf'), 'syntax-error;');
    await run('verify first-balancer --balancer nginx --config mine.conf');
    expect((await runtime.list()).map(({ id }) => id)).toEqual(['other']);
  });
});
