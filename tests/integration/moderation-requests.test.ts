import { beforeAll, describe, expect, it } from 'vitest';
import { flagOf, hideOf } from '@/tests/support/moderation';
import { newMember, newModerator } from '@/tests/support/people';
import { ask } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

let moderator: Awaited<ReturnType<typeof newModerator>>;
let member: Awaited<ReturnType<typeof newMember>>;
let question: string;
let other: number;
beforeAll(async () => {
  [moderator, member] = [await newModerator(), await newMember()];
  const asker = await newMember();
  question = String(await ask(asker));
  other = await ask(asker);
});

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Sent = { method: string; cookie?: string; origin?: string | null; type?: string; body?: string };

const call = (
  handler: Handler,
  params: Record<string, string>,
  { method, cookie = '', origin = 'http://localhost:3000', type = 'application/json', body }: Sent,
  query = '',
) =>
  handler(
    new Request(`http://localhost:3000/api/x${query}`, {
      method,
      headers: { cookie, host: 'localhost:3000', 'content-type': type, ...(origin !== null && { origin }) },
      ...(body !== undefined && { body }),
    }),
    { params: Promise.resolve(params) },
  );

const suspension = { isSuspended: true, length: 'day', reason: 'Spam.', hidesPosts: false, seen: null };

/** Every handler that changes something, with a body that is good. */
const handlers = async (): Promise<[string, Handler, Record<string, string>, string, object][]> => [
  ['flag', (await import('@/app/api/flags/route')).PUT, {}, 'PUT', flagOf('question', Number(question))],
  ['decide', (await import('@/app/api/moderation/decisions/route')).POST, {}, 'POST', hideOf('question', 1)],
  [
    'lock',
    (await import('@/app/api/moderation/questions/[question]/locked/route')).PUT,
    { question },
    'PUT',
    { isLocked: true, reason: 'It goes in circles.' },
  ],
  [
    'merge',
    (await import('@/app/api/moderation/questions/[question]/merged/route')).PUT,
    { question },
    'PUT',
    { into: other, reason: 'It asks the same.' },
  ],
  [
    'suspend',
    (await import('@/app/api/moderation/people/[person]/suspension/route')).PUT,
    { person: member.viewer.id },
    'PUT',
    suspension,
  ],
  [
    'undo',
    (await import('@/app/api/moderation/acts/[entry]/undone/route')).PUT,
    { entry: '1' },
    'PUT',
    { reason: '' },
  ],
];

describe('every request of moderation', () => {
  it('is refused from another site, without an Origin, signed out, as a form, broken, oversized or misshapen', async () => {
    for (const [name, handler, params, method, good] of await handlers()) {
      const body = JSON.stringify(good);
      const status = async (change: Partial<Sent>) =>
        (await call(handler, params, { method, cookie: moderator.cookie, body, ...change })).status;
      expect(await status({ origin: 'https://evil.example' }), `${name}, foreign`).toBe(403);
      expect(await status({ origin: null }), `${name}, no origin`).toBe(403);
      expect(await status({ cookie: '' }), `${name}, signed out`).toBe(401);
      expect(await status({ type: 'text/plain' }), `${name}, plain text`).toBe(415);
      expect(await status({ body: '{' }), `${name}, broken`).toBe(400);
      expect(await status({ body: JSON.stringify('x'.repeat(200_000)) }), `${name}, oversized`).toBe(413);
      if (name !== 'undo') expect(await status({ body: '{}' }), `${name}, misshapen`).toBe(422);
      expect(await status({ body: JSON.stringify({ ...good, role: 'admin' }) }), `${name}, extra`).toBe(422);
    }
  });

  it('is forbidden to those who are no moderators, whatever they name', async () => {
    for (const [name, handler, params, method, good] of await handlers()) {
      if (name === 'flag') continue;
      const answered = await call(handler, params, {
        method,
        cookie: member.cookie,
        body: JSON.stringify(good),
      });
      expect(answered.status, name).toBe(403);
      expect(await answered.json(), name).toMatchObject({ error: { code: 'not-moderator' } });
    }
    const { GET } = await import('@/app/api/moderation/questions/[question]/candidates/route');
    expect((await call(GET, { question }, { method: 'GET', cookie: member.cookie })).status).toBe(403);
    expect((await call(GET, { question }, { method: 'GET' })).status).toBe(401);
    expect((await call(GET, { question }, { method: 'GET', cookie: moderator.cookie })).status).toBe(200);
  });

  it('answers 404 to ids that are none', async () => {
    for (const [name, handler, params, method, good] of await handlers()) {
      if (Object.keys(params).length === 0) continue;
      for (const wrong of ['999999', 'x', '-1', '1e3', '99999999999999999999', "1'--"]) {
        const ids = Object.fromEntries(Object.keys(params).map((key) => [key, wrong]));
        const answered = await call(handler, ids, {
          method,
          cookie: moderator.cookie,
          body: JSON.stringify(good),
        });
        expect(answered.status, `${name} ${wrong}`).toBe(404);
      }
    }
    const { GET } = await import('@/app/api/flags/route');
    for (const query of [
      '',
      '?kind=user&id=1',
      '?kind=answer&id=0',
      '?kind=answer&id=x',
      '?kind=answer&id=99999999999',
    ])
      expect((await call(GET, {}, { method: 'GET', cookie: member.cookie }, query)).status, query).toBe(404);
    expect((await call(GET, {}, { method: 'GET', cookie: member.cookie }, '?kind=answer&id=1')).status).toBe(
      200,
    );
  });

  it('does what it says when all is well', async () => {
    for (const [name, handler, params, method, good] of await handlers()) {
      if (name === 'undo' || name === 'decide') continue;
      const cookie = name === 'flag' ? member.cookie : moderator.cookie;
      const answered = await call(handler, params, { method, cookie, body: JSON.stringify(good) });
      expect(answered.status, name).toBe(200);
    }
    const { GET } = await import('@/app/api/flags/route');
    const ended = await call(GET, {}, { method: 'GET', cookie: member.cookie }, '?kind=answer&id=1');
    expect(ended.status, 'the suspended person’s next request').toBe(401);
  });
});
