import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { answerQuestion } from '@/lib/questions/answer-question';
import { valueOf } from '@/tests/support/outcomes';
import { type SignedIn, newGuest } from '@/tests/support/people';
import { ask } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

let asker: SignedIn;
let question: string;
let notification: number;
beforeAll(async () => {
  asker = await newGuest();
  const id = await ask(asker);
  question = String(id);
  valueOf(await answerQuestion(await newGuest(), id, { body: 'So.', submission: randomUUID() }));
  const row = await db().notification.findFirstOrThrow({ where: { userId: asker.viewer.id } });
  notification = row.id;
});

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Sent = { method: string; headers?: Record<string, string>; body?: string };

const call = (handler: Handler, params: Record<string, string>, { method, headers, body }: Sent) =>
  handler(
    new Request('http://localhost:3000/api/x', {
      method,
      headers: { host: 'localhost:3000', ...headers },
      ...(body !== undefined && { body }),
    }),
    { params: Promise.resolve(params) },
  );

const handlers = async (): Promise<
  [string, Handler, Record<string, string>, string, unknown, unknown[]][]
> => [
  [
    'follow',
    (await import('@/app/api/questions/[question]/following/route')).PUT,
    { question },
    'PUT',
    { isFollowing: true },
    [{}, { isFollowing: 1 }, { isFollowing: true, userId: randomUUID() }],
  ],
  [
    'mark as read',
    (await import('@/app/api/notifications/read/route')).POST,
    {},
    'POST',
    { upTo: 1 },
    [{}, { upTo: 0 }, { upTo: 1, ids: [1] }, { ids: [] }, { ids: Array(101).fill(1) }, { upTo: 2 ** 31 }],
  ],
  [
    'choose mail',
    (await import('@/app/api/notifications/digest/route')).POST,
    {},
    'POST',
    { digest: 'weekly' },
    [{}, { digest: 'hourly' }, { digest: 'off', userId: randomUUID() }],
  ],
];

describe('every request that changes something', () => {
  it('is refused from another site, without an Origin, signed out, misshapen or oversized', async () => {
    for (const [name, handler, params, method, good, wrong] of await handlers()) {
      const status = async (headers: Record<string, string>, body: unknown = good) => {
        const sent = {
          cookie: asker.cookie,
          origin: 'http://localhost:3000',
          'content-type': 'application/json',
        };
        const all = Object.entries({ ...sent, ...headers }).filter(([, value]) => value !== '');
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        return (await call(handler, params, { method, headers: Object.fromEntries(all), body: text })).status;
      };
      expect(await status({ origin: 'https://evil.example' }), `${name}, foreign`).toBe(403);
      expect(await status({ origin: '' }), `${name}, no origin`).toBe(403);
      expect(await status({ cookie: '' }), `${name}, signed out`).toBe(401);
      expect(await status({ 'content-type': 'text/plain' }), `${name}, plain text`).toBe(415);
      expect(await status({}, '{'), `${name}, broken`).toBe(400);
      expect(await status({}, `"${'x'.repeat(70_000)}"`), `${name}, oversized`).toBe(413);
      for (const body of wrong) expect(await status({}, body), `${name}, ${JSON.stringify(body)}`).toBe(422);
      expect(await status({}), `${name}, good`).toBeLessThan(300);
    }
  });

  it('needs a question that is there', async () => {
    const { PUT } = await import('@/app/api/questions/[question]/following/route');
    const headers = {
      cookie: asker.cookie,
      origin: 'http://localhost:3000',
      'content-type': 'application/json',
    };
    const body = JSON.stringify({ isFollowing: true });
    for (const missing of ['999999', 'x', '1e9'])
      expect((await call(PUT, { question: missing }, { method: 'PUT', headers, body })).status).toBe(404);
  });
});

describe('a link to a notification', () => {
  const open = async (headers: Record<string, string>, id = String(notification)) => {
    const { GET } = await import('@/app/notifications/[notification]/route');
    const response = await call(GET, { notification: id }, { method: 'GET', headers });
    const { readAt } = await db().notification.findUniqueOrThrow({ where: { id: notification } });
    return [response.status, response.headers.get('location'), readAt !== null];
  };

  it('is opened by its recipient, not by a browser ahead of time, another site or another person', async () => {
    const { cookie } = asker;
    await db().notification.update({ where: { id: notification }, data: { readAt: null } });
    expect(await open({})).toEqual([303, `/sign-in?callbackUrl=%2Fnotifications%2F${notification}`, false]);
    expect(await open({ cookie, 'sec-purpose': 'prefetch;prerender' })).toEqual([
      303,
      '/notifications',
      false,
    ]);
    expect(await open({ cookie, 'sec-fetch-site': 'cross-site' })).toEqual([303, '/notifications', false]);
    expect(await open({ cookie: (await newGuest()).cookie })).toEqual([303, '/notifications', false]);
    expect(await open({ cookie }, '0')).toEqual([303, '/notifications', false]);
    expect(await open({ cookie }, 'x')).toEqual([303, '/notifications', false]);
    const [status, location, isRead] = await open({ cookie, 'sec-fetch-site': 'same-origin' });
    expect([status, isRead]).toEqual([303, true]);
    expect(location).toMatch(new RegExp(`^/questions/${question}-.*\\?answer=\\d+#answer-\\d+$`));
  });
});

describe('the header', () => {
  it('is told how many are unread, and where that leads', async () => {
    const { GET } = await import('@/app/api/viewer/route');
    const reader = await newGuest();
    const shown = async () => {
      const response = await call(GET, {}, { method: 'GET', headers: { cookie: reader.cookie } });
      return (await response.json()).viewer;
    };
    const { name } = reader.viewer;
    expect(await shown()).toMatchObject({ name, label: name, href: '/account' });
    await db().$executeRaw`
      INSERT INTO "Notification" ("userId", "kind", "questionId", "words")
      SELECT ${reader.viewer.id}::uuid, 'moderated', ${Number(question)}, 'Word ' || g FROM generate_series(1, 3) g`;
    expect(await shown()).toMatchObject({ name, label: `3 new · ${name}`, href: '/notifications' });
    await db().$executeRaw`
      INSERT INTO "Notification" ("userId", "kind", "questionId", "words")
      SELECT ${reader.viewer.id}::uuid, 'moderated', ${Number(question)}, 'Word ' || g FROM generate_series(1, 200) g`;
    expect(await shown()).toMatchObject({ label: `99+ new · ${name}` });
    expect(await call(GET, {}, { method: 'GET' }).then((response) => response.json())).toEqual({
      viewer: null,
    });
  });
});
