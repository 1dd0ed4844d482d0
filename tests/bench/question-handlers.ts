import { startStack } from '@/tests/support/stack';
import { ms, percentile, timed, type Measurement } from './measurement';

const rounds = 60;
const limitMs = 60;

const cookiesOf = (response: Response) =>
  response.headers.getSetCookie().map((cookie) => cookie.slice(0, cookie.indexOf(';')));

/** The Cookie header of a guest that signs in over HTTP, as a browser does. */
async function signInAsGuest(siteUrl: string): Promise<string> {
  const first = await fetch(new URL('/api/auth/csrf', siteUrl));
  const answer: unknown = await first.json();
  const csrfToken = String(Reflect.get(Object(answer), 'csrfToken'));
  const second = await fetch(new URL('/api/auth/callback/guest', siteUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookiesOf(first).join('; ') },
    body: new URLSearchParams({ csrfToken, json: 'true' }),
  });
  const cookie = cookiesOf(second).join('; ');
  if (!second.ok || cookie === '') throw new Error(`The guest was not let in: ${second.status}.`);
  return cookie;
}

/** What a browser waits for: the built site over a seeded database, asked one request after the other. */
export async function measureHandlers(databaseUrl: string, questions: number): Promise<Measurement[]> {
  const stack = await startStack({ databaseUrl });
  try {
    const cookie = await signInAsGuest(stack.siteUrl);
    const id = (at: number) => 1 + ((at * 7919) % questions);
    const lesson = 'system-design-mastery/load-balancers-layer-4-vs-layer-7';
    // A number alone leads to the address with the title in it; readers follow links to that one.
    const threads = await Promise.all(
      Array.from({ length: rounds + 5 }, async (_, at) => {
        const path = `/questions/${id(at)}`;
        const answer = await fetch(new URL(path, stack.siteUrl), { redirect: 'manual' });
        return answer.headers.get('location') ?? path;
      }),
    );
    const requests: [string, (at: number) => [path: string, init?: RequestInit]][] = [
      ['Foot of a lesson', () => [`/api/questions?lesson=${lesson}`]],
      ['Page of a thread', (at) => [threads[at] ?? '/questions/1']],
      ['Page of the newest questions', () => ['/questions']],
      ['Page of the most helpful', () => ['/questions?tab=helpful']],
      [
        'Page of a search',
        (at) => [`/questions?q=${['lease+quorum', 'shard+failover', 'balancer'][at % 3]}`],
      ],
      [
        'A vote',
        (at) => [
          `/api/questions/${id(at)}/vote`,
          {
            method: 'PUT',
            headers: { 'content-type': 'application/json', origin: stack.siteUrl },
            body: JSON.stringify({ isUp: at % 2 === 0 }),
          },
        ],
      ],
    ];
    const results: Measurement[] = [];
    for (const [name, request] of requests) {
      const times: number[] = [];
      // The first ones load code and are not counted.
      for (let at = -5; at < rounds; at += 1) {
        const [path, init] = request(at + 5);
        const { value, ms: took } = await timed(async () => {
          const response = await fetch(new URL(path, stack.siteUrl), {
            ...init,
            headers: { cookie, ...init?.headers },
          });
          await response.arrayBuffer();
          return response;
        });
        if (!value.ok) throw new Error(`${name}: ${path} answered ${value.status}.`);
        if (at >= 0) times.push(took);
      }
      const p95 = percentile(times, 0.95);
      results.push({
        name: `${name}, over HTTP`,
        value: `${ms(percentile(times, 0.5))} (p50 of ${rounds})`,
        baseline: '—',
        compared: ms(p95),
        limit: `p95 ≤ ${limitMs} ms`,
        ok: p95 <= limitMs,
      });
      console.error(`  ${name}: p50 ${ms(percentile(times, 0.5))}, p95 ${ms(p95)}`);
    }
    return results;
  } finally {
    await stack.stop();
  }
}
