import { describe, expect, test } from 'vitest';
import type { Balancer } from '@/labs/protocol/names';
import { countByServer, get, readConfiguration, times, useLessonCell } from './balancing-cell';

const without = (text: string, server: string) =>
  text.replace(new RegExp(`^\\s*server ${server}[ :].*\\n`, 'gm'), '');

/** How many of 300 users moved when app3 came, measured with these versions. */
const moved = {
  nginx: { '/modulo': 200, '/ring': 99 },
  haproxy: { '/modulo': 204, '/ring': 106 },
} as const;

describe.each<Balancer>(['nginx', 'haproxy'])('balancing algorithms on %s', (balancer) => {
  const { cell, apply } = useLessonCell(balancer, 'algorithms');
  const applyAlgorithms = async () => apply(await readConfiguration('algorithms', balancer));
  const load = (path: string) =>
    cell().measureLoad({ rate: 60, durationMs: 900, clients: 64, paths: [path] });

  test('round robin gives a slow server its full third, the other two starve it', async () => {
    await applyAlgorithms();
    await cell().inject('app2', { kind: 'slow', delayMs: 500 });
    const share = async (path: string) => {
      const { servedBy, sent } = await load(path);
      return servedBy.app2 / sent;
    };
    expect(await share('/turns')).toBeCloseTo(1 / 3, 1);
    expect(await share('/least')).toBeLessThan(0.2);
    expect(await share('/two')).toBeLessThan(0.3);
  });

  test('a server that fails fast draws traffic to itself under least connections', async () => {
    await applyAlgorithms();
    await cell().inject('app1', { kind: 'slow', delayMs: 200 });
    await cell().inject('app2', { kind: 'errors', share: 1 });
    await cell().inject('app3', { kind: 'slow', delayMs: 200 });
    const failedShare = async (path: string) => {
      const { failed, sent } = await load(path);
      return failed / sent;
    };
    expect(await failedShare('/turns')).toBeCloseTo(1 / 3, 1);
    expect(await failedShare('/least')).toBeGreaterThan(0.4);
  });

  test.each(['/modulo', '/ring'] as const)('users of %s that move when app3 is added', async (path) => {
    const full = await readConfiguration('hashing', balancer);
    const users = times(300, (n) => get(`${path}?user=u${n}`));
    await apply(without(full, 'app3'));
    const before = await cell().send(users);
    await apply(full);
    const after = await cell().send(users);
    const movers = after.filter(({ server }, n) => server !== before[n]?.server);
    expect(movers).toHaveLength(moved[balancer][path]);
    const toApp3 = countByServer(movers)[2];
    if (path === '/ring') expect(toApp3).toBe(movers.length);
    else expect(toApp3).toBeLessThan(movers.length);
  });

  test('users that move when app2 leaves the ring are those it had, if places do not depend on the list', async () => {
    const written = await readConfiguration('hashing', balancer);
    const numbered = written.replace(/server app(\d) (app\d:8080)/g, 'server app$1 $2 id $1');
    const users = times(300, (n) => get(`/ring?user=u${n}`));
    const moveFrom = async (text: string) => {
      await apply(text);
      const before = await cell().send(users);
      await apply(without(text, 'app2'));
      const after = await cell().send(users);
      const movers = after.filter(({ server }, n) => server !== before[n]?.server).length;
      return { movers, onApp2: countByServer(before)[1] };
    };
    if (balancer === 'nginx') expect(await moveFrom(written)).toEqual({ movers: 102, onApp2: 102 });
    else {
      expect(await moveFrom(written)).toEqual({ movers: 140, onApp2: 90 });
      expect(await moveFrom(numbered)).toEqual({ movers: 90, onApp2: 90 });
    }
  });
});
