import { describe, expect, test } from 'vitest';
import type { Balancer } from '@/labs/protocol/names';
import { countByServer, countStatus, get, readConfiguration, times, useLessonCell } from './balancing-cell';

const sessions = times(41, (n) => `session=s${n}`);
/** Not a multiple of three in either balancer, so that a freed session meets another server in the next round. */
const rounds = 4;

/** Sessions out of 41 whose hash falls below the 25% that are set free. */
const freed = { nginx: 11, haproxy: 7 } as const;

describe.each<Balancer>(['nginx', 'haproxy'])('taking stickiness apart on %s', (balancer) => {
  const { cell, apply } = useLessonCell(balancer, 'sessions');
  const applyUnstick = async () => apply(await readConfiguration('unstick', balancer));

  /** Each session's cookies, with the server cookie that HAProxy inserts. */
  async function login(): Promise<string[]> {
    if (balancer === 'nginx') return sessions;
    const answers = await cell().send(sessions.map((cookie) => get('/', [['Cookie', cookie]])));
    return answers.map(({ headers }, n) => {
      const given = headers.find(([name]) => /^set-cookie$/i.test(name))?.[1].split(';')[0];
      return [sessions[n], given].filter(Boolean).join('; ');
    });
  }
  const send = (path: string, cookies: readonly string[]) =>
    cell().send(
      times(cookies.length * rounds, (n) => get(path, [['Cookie', cookies[n % cookies.length] ?? '']])),
    );

  /** By how many servers each session was answered. */
  async function countServers(path: string, cookies: readonly string[]) {
    const answers = await send(path, cookies);
    return cookies.map(
      (_, n) =>
        new Set(answers.filter((_answer, i) => i % cookies.length === n).map(({ server }) => server)).size,
    );
  }

  test('a share of sessions and one path are free, the rest stays pinned', async () => {
    await applyUnstick();
    const cookies = await login();
    const free = (await countServers('/cart', cookies)).filter((servers) => servers > 1).length;
    expect(free).toBe(freed[balancer]);
    expect((await countServers('/catalogue/1', cookies)).every((servers) => servers > 1)).toBe(true);
  });

  test('one line pins every session again; Nginx refuses 0%', async () => {
    const unstick = await readConfiguration('unstick', balancer);
    if (balancer === 'nginx') {
      const outcome = await cell().apply('nginx', { 'nginx.conf': unstick.replace('25%', '0%') });
      expect(outcome).toMatchObject({ ok: false });
      expect(JSON.stringify(outcome)).toContain('invalid percent value');
      await apply(unstick.replace(/^ *25% .*\n/m, ''));
    } else {
      await apply(unstick.replace('lt 25', 'lt 0'));
    }
    const cookies = await login();
    expect((await countServers('/cart', cookies)).every((servers) => servers === 1)).toBe(true);
  });

  test('a pinned session survives the death of its server', async () => {
    await applyUnstick();
    const cookies = await login();
    await cell().inject('app2', { kind: 'crash' });
    const answers = await cell().send(cookies.map((cookie) => get('/cart', [['Cookie', cookie]])));
    expect(countStatus(answers, 200)).toBe(cookies.length);
    expect(countByServer(answers)[1]).toBe(0);
  });
});
