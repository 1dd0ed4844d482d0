import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { addComment } from '@/lib/questions/add-comment';
import { answerQuestion } from '@/lib/questions/answer-question';
import { valueOf } from '@/tests/support/outcomes';
import { newGuest, type SignedIn } from '@/tests/support/people';
import { ask, newQuestion } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

let asker: SignedIn;
let other: SignedIn;
let question: string;
let answer: string;
let comment: string;
beforeAll(async () => {
  [asker, other] = [await newGuest(), await newGuest()];
  question = String(await ask(asker));
  const answered = await answerQuestion(other, Number(question), { body: 'So.', submission: randomUUID() });
  answer = String(valueOf(answered).id);
  const said = { answer: null, body: 'Hm.', submission: randomUUID() };
  comment = String(valueOf(await addComment(asker, Number(question), said)).id);
});

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Sent = { method: string; cookie?: string; origin?: string | null; type?: string; body?: string };

const call = (
  handler: Handler,
  params: Record<string, string>,
  { method, cookie = '', origin = 'http://localhost:3000', type = 'application/json', body }: Sent,
) =>
  handler(
    new Request('http://localhost:3000/api/x', {
      method,
      headers: {
        cookie,
        host: 'localhost:3000',
        'content-type': type,
        ...(origin !== null && { origin }),
      },
      ...(body !== undefined && { body }),
    }),
    { params: Promise.resolve(params) },
  );

/** Every handler that changes something, with a body that is good. */
const handlers = async (): Promise<[string, Handler, Record<string, string>, string, unknown][]> => {
  const of = { question };
  const ofAnswer = { answer };
  return [
    ['ask', (await import('@/app/api/questions/route')).POST, {}, 'POST', newQuestion()],
    ['preview', (await import('@/app/api/questions/preview/route')).POST, {}, 'POST', { body: 'x' }],
    [
      'edit a question',
      (await import('@/app/api/questions/[question]/route')).PUT,
      of,
      'PUT',
      { title: newQuestion().title, body: 'New words.', version: 1 },
    ],
    ['vote', (await import('@/app/api/questions/[question]/vote/route')).PUT, of, 'PUT', { isUp: true }],
    [
      'accept',
      (await import('@/app/api/questions/[question]/accepted/route')).PUT,
      of,
      'PUT',
      { answer: null },
    ],
    [
      'delete',
      (await import('@/app/api/questions/[question]/deleted/route')).PUT,
      of,
      'PUT',
      { isDeleted: true },
    ],
    [
      'answer',
      (await import('@/app/api/questions/[question]/answers/route')).POST,
      of,
      'POST',
      { body: 'x', submission: randomUUID() },
    ],
    [
      'comment',
      (await import('@/app/api/questions/[question]/comments/route')).POST,
      of,
      'POST',
      { answer: null, body: 'x', submission: randomUUID() },
    ],
    [
      'edit an answer',
      (await import('@/app/api/answers/[answer]/route')).PUT,
      ofAnswer,
      'PUT',
      { body: 'New words.', version: 1 },
    ],
    [
      'vote for an answer',
      (await import('@/app/api/answers/[answer]/vote/route')).PUT,
      ofAnswer,
      'PUT',
      { isUp: true },
    ],
    [
      'delete an answer',
      (await import('@/app/api/answers/[answer]/deleted/route')).PUT,
      ofAnswer,
      'PUT',
      { isDeleted: true },
    ],
    [
      'delete a comment',
      (await import('@/app/api/comments/[comment]/deleted/route')).PUT,
      { comment },
      'PUT',
      { isDeleted: true },
    ],
    [
      'judge whether it still applies',
      (await import('@/app/api/questions/[question]/standing/route')).PUT,
      of,
      'PUT',
      { applies: true, digest: 'x' },
    ],
  ];
};

describe('every request that changes something', () => {
  it('is refused from another site, without an Origin, signed out, as a form, broken, oversized or misshapen', async () => {
    for (const [name, handler, params, method, good] of await handlers()) {
      const body = JSON.stringify(good);
      const status = async (change: Partial<Sent>) =>
        (await call(handler, params, { method, cookie: asker.cookie, body, ...change })).status;
      expect(await status({ origin: 'https://evil.example' }), `${name}, foreign`).toBe(403);
      expect(await status({ origin: null }), `${name}, no origin`).toBe(403);
      expect(await status({ cookie: '' }), `${name}, signed out`).toBe(401);
      expect(await status({ type: 'text/plain' }), `${name}, plain text`).toBe(415);
      expect(await status({ body: '{' }), `${name}, broken`).toBe(400);
      expect(await status({ body: JSON.stringify('x'.repeat(200_000)) }), `${name}, oversized`).toBe(413);
      expect(await status({ body: '{}' }), `${name}, misshapen`).toBe(422);
      expect(
        await status({ body: JSON.stringify({ ...Object(good), userId: 'me' }) }),
        `${name}, extra`,
      ).toBe(422);
    }
  });

  it('answers 404 to ids that are none, and 403 to what is somebody else’s', async () => {
    for (const [name, handler, params, method, good] of await handlers()) {
      const body = JSON.stringify(good);
      for (const wrong of ['999999', 'x', '-1', '1e3', '99999999999999999999', "1'--"]) {
        if (Object.keys(params).length === 0 || name === 'answer' || name === 'comment') continue;
        const ids = Object.fromEntries(Object.keys(params).map((key) => [key, wrong]));
        const answered = await call(handler, ids, { method, cookie: asker.cookie, body });
        expect(answered.status, `${name} ${wrong}`).toBe(404);
      }
    }
    const stranger = await newGuest();
    for (const [name, handler, params, method, good] of await handlers()) {
      if (!/^(edit|delete|accept|judge)/.test(name)) continue;
      const answered = await call(handler, params, {
        method,
        cookie: stranger.cookie,
        body: JSON.stringify(good),
      });
      expect(answered.status, name).toBe(403);
    }
  });

  it('does what it says when all is well, and a vote for oneself is forbidden', async () => {
    const { PUT: vote } = await import('@/app/api/questions/[question]/vote/route');
    const up = { method: 'PUT', body: JSON.stringify({ isUp: true }) };
    expect((await call(vote, { question }, { ...up, cookie: asker.cookie })).status).toBe(403);
    const voted = await call(vote, { question }, { ...up, cookie: other.cookie });
    expect(await voted.json()).toEqual({ votes: 1, isUp: true });
    const { PUT: edit } = await import('@/app/api/questions/[question]/route');
    const change = { title: newQuestion().title, body: 'New words.', version: 7 };
    const conflict = await call(
      edit,
      { question },
      { method: 'PUT', cookie: asker.cookie, body: JSON.stringify(change) },
    );
    expect(conflict.status).toBe(409);
    const { GET: source } = await import('@/app/api/questions/[question]/source/route');
    expect((await call(source, { question }, { method: 'GET', cookie: other.cookie })).status).toBe(404);
    expect(
      await (await call(source, { question }, { method: 'GET', cookie: asker.cookie })).json(),
    ).toMatchObject({
      version: 1,
    });
    const { PUT: remove } = await import('@/app/api/questions/[question]/deleted/route');
    const refused = await call(
      remove,
      { question },
      {
        method: 'PUT',
        cookie: asker.cookie,
        body: JSON.stringify({ isDeleted: true }),
      },
    );
    expect(refused.status).toBe(409);
  });
});
