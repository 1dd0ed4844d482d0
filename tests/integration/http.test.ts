import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { handle } from '@/lib/http/handle';
import { refusal, success } from '@/lib/outcome/outcome';
import { newGuest } from '@/tests/support/people';
import { withSite } from '@/tests/support/with-site';

withSite();

let cookie: string;
beforeAll(async () => {
  ({ cookie } = await newGuest());
});

const sameOrigin = {
  host: 'localhost:3000',
  origin: 'http://localhost:3000',
  'content-type': 'application/json',
};
const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request('http://localhost:3000/api/x', {
    method: 'POST',
    body,
    headers: { ...sameOrigin, ...headers },
  });
const codeOf = async (response: Response) =>
  z.object({ error: z.object({ code: z.string(), message: z.string() }) }).parse(await response.json()).error
    .code;

const echo = handle(
  { viewer: 'none', body: z.object({ text: z.string().max(5) }), maxBodyBytes: 100 },
  async ({ body }) => success(body),
);

describe('the route wrapper', () => {
  it('answers with the value as JSON, a request id, and no caching', async () => {
    const response = await echo(post('{"text":"hi"}'));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ text: 'hi' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['a foreign Origin', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:3001' }],
    ['no Origin', { origin: '' }],
    ['the Origin null of a sandbox', { origin: 'null' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
    ['a cross-site fetch that claims our Origin', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses %s', async (_name, headers) => {
    const response = await echo(post('{"text":"hi"}', headers));
    expect(response.status).toBe(403);
    expect(await codeOf(response)).toBe('foreign-origin');
  });

  it('refuses a form and plain text, which other sites could send', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/jsonx']) {
      expect((await echo(post('{"text":"hi"}', { 'content-type': type }))).status).toBe(415);
    }
  });

  it('refuses what is too large, whether or not the length is told', async () => {
    const large = JSON.stringify({ text: 'x'.repeat(200) });
    expect((await echo(post(large))).status).toBe(413);
    const stream = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(large));
        controller.close();
      },
    });
    const streamed = new Request('http://localhost:3000/api/x', {
      method: 'POST',
      headers: sameOrigin,
      body: stream,
      ...{ duplex: 'half' },
    });
    expect((await echo(streamed)).status).toBe(413);
  });

  it('refuses broken JSON, broken UTF-8 and a wrong shape, and names the field', async () => {
    expect((await echo(post('{"text":'))).status).toBe(400);
    expect((await echo(post(new Uint8Array([0x22, 0xff, 0x22])))).status).toBe(400);
    const wrong = await echo(post('{"text":"too long"}'));
    expect(wrong.status).toBe(422);
    expect(await codeOf(wrong)).toBe('invalid:text');
  });

  it('asks for a viewer where one is required', async () => {
    const whoami = handle({ viewer: 'required' }, async ({ viewer }) => success(viewer.isGuest));
    const ask = (headers: Record<string, string>) =>
      whoami(new Request('http://localhost:3000/x', { headers }));
    expect((await ask({})).status).toBe(401);
    expect((await ask({ cookie: 'mastery.session.3000=nonsense' })).status).toBe(401);
    expect(await (await ask({ cookie })).json()).toBe(true);
  });

  it('turns an expected error into its status and an unexpected one into 500 without details', async () => {
    const gone = handle({ viewer: 'none', errors: { gone: 410 } }, async () =>
      refusal('gone', 'It is gone.'),
    );
    expect((await gone(new Request('http://localhost:3000/x'))).status).toBe(410);
    const broken = handle({ viewer: 'none' }, async () => {
      throw new Error('secret table name');
    });
    const response = await broken(new Request('http://localhost:3000/x'));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
  });

  it('keeps its limit exactly under a crowd, and says when to come back', async () => {
    const limited = handle(
      { viewer: 'none', limit: { name: `test-${randomUUID()}`, max: 5, windowSeconds: 60, by: 'address' } },
      async () => success(undefined),
    );
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => limited(new Request('http://localhost:3000/x'))),
    );
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(5);
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused).toHaveLength(15);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
