import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { metrics } from '@/lib/health/metrics';
import { acceptAnswer } from '@/lib/questions/accept-answer';
import { addComment } from '@/lib/questions/add-comment';
import { editAnswer, editQuestion } from '@/lib/questions/edit-post';
import { findThreadToken } from '@/lib/questions/find-thread-token';
import { closeHub } from '@/lib/questions/live/hub';
import { countStreams, mostStreams, takePlace } from '@/lib/questions/live/places';
import { setDeleted } from '@/lib/questions/set-deleted';
import { setVote } from '@/lib/questions/set-vote';
import { valueOf } from '@/tests/support/outcomes';
import { newGuest } from '@/tests/support/people';
import { answer, ask, newQuestion } from '@/tests/support/posts';
import { readEvents } from '@/tests/support/read-events';
import { withSite } from '@/tests/support/with-site';

withSite();

beforeAll(async () => {
  // The first page begins the listening, and is told the state again when that stands.
  const page = await watch(await ask(await newGuest()));
  expect((await page.next())?.name).toBe('state');
  await page.leave();
});
afterAll(closeHub);

const get = async (question: number, cookie = '', signal?: AbortSignal) => {
  const { GET } = await import('@/app/api/questions/[question]/live/route');
  const request = new Request(`http://localhost:3000/api/questions/${question}/live`, {
    headers: { cookie },
    ...(signal && { signal }),
  });
  return GET(request, { params: Promise.resolve({ question: String(question) }) });
};

/** An open page of a thread that has heard its first state. */
const watch = async (question: number, cookie?: string) => {
  const events = readEvents(await get(question, cookie));
  const first = await events.next();
  expect(first?.name).toBe('state');
  return { ...events, first };
};

describe('an open thread', () => {
  it('hears of answers, comments, edits, acceptance, removal, locking and its end, each once and in order', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    const page = await watch(id, helper.cookie);
    const given = await answer(helper, id);
    const said = valueOf(
      await addComment(asker, id, { answer: given, body: 'Which version?', submission: randomUUID() }),
    ).id;
    await editAnswer(helper, given, { body: 'New words.', version: 1 });
    await editQuestion(asker, id, { title: newQuestion().title, body: 'New words.', version: 1 });
    await acceptAnswer(asker.viewer.id, id, given);
    await db().comment.update({ where: { id: said }, data: { deletedAt: new Date() } });
    await db().answer.update({
      where: { id: given },
      data: { hiddenAt: new Date(), hiddenBecause: 'moderated' },
    });
    await db().question.update({ where: { id }, data: { lockedAt: new Date() } });
    await db().question.update({ where: { id }, data: { lockedAt: null } });
    const heard = [];
    while (heard.length < 9) heard.push(await page.next());
    await setDeleted(asker.viewer.id, 'question', id, true);
    heard.push(await page.next());
    expect(await page.next(), 'the end').toBeNull();
    expect(
      heard.map((one) => [one?.data.what, one?.data.answer, one?.data.comment, one?.data.isOwn]),
    ).toEqual([
      ['answered', given, null, true],
      ['commented', given, said, false],
      ['edited', given, null, true],
      ['edited', null, null, false],
      ['accepted', given, null, false],
      ['uncommented', given, said, false],
      ['removed', given, null, false],
      ['locked', null, null, false],
      ['unlocked', null, null, false],
      [undefined, undefined, undefined, undefined],
    ]);
    expect(heard.at(-1)?.name).toBe('gone');
    expect(JSON.stringify(heard), 'who did it').not.toContain(helper.viewer.id);
    expect(countStreams()).toBe(0);
  });

  it('hears of what is held when it is shown, and not of votes or of other threads', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const [id, other] = [await ask(asker), await ask(asker)];
    const page = await watch(id);
    const held = await db().answer.create({
      data: {
        questionId: id,
        authorId: helper.viewer.id,
        body: 'x',
        submission: randomUUID(),
        hiddenAt: new Date(),
        hiddenBecause: 'held',
      },
    });
    await setVote(helper, 'question', id, true);
    await answer(helper, other);
    expect(await findThreadToken(id)).toBe(page.first?.data.token);
    await db().answer.update({ where: { id: held.id }, data: { hiddenAt: null, hiddenBecause: null } });
    const event = await page.next();
    expect(event?.data).toMatchObject({ what: 'answered', answer: held.id, isOwn: false });
    expect(await findThreadToken(id)).toBe(event?.data.token);
    await page.leave();
  });

  it('of a question that moves to another hears of what goes, and the other of what comes', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const [from, to] = [await ask(asker), await ask(asker)];
    const given = await answer(helper, from);
    const [left, right] = [await watch(from), await watch(to)];
    await db().answer.update({ where: { id: given }, data: { questionId: to } });
    expect((await left.next())?.data).toMatchObject({ what: 'removed', answer: given });
    expect((await right.next())?.data).toMatchObject({ what: 'answered', answer: given });
    await left.leave();
    await right.leave();
  });

  it('is served as a stream that nobody holds back', async () => {
    const id = await ask(await newGuest());
    const response = await get(id);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    await response.body?.cancel();
  });

  it('that is not there is a 404, and one that was deleted says so and ends', async () => {
    expect((await get(999_999)).status).toBe(404);
    const asker = await newGuest();
    const id = await ask(asker);
    await setDeleted(asker.viewer.id, 'question', id, true);
    const events = readEvents(await get(id));
    expect((await events.next())?.name).toBe('gone');
    expect(await events.next()).toBeNull();
    expect(countStreams()).toBe(0);
  });
});

describe('a connection that is lost', () => {
  it('is made again, and what was missed meanwhile is caught up with', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    const page = await watch(id);
    const root = new URL(process.env.DATABASE_URL ?? '');
    const name = root.pathname.slice(1);
    root.pathname = '/postgres';
    const admin = new Client({ connectionString: root.href });
    await admin.connect();
    const listeners = () =>
      admin.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE datname = $1 AND application_name = 'thread listener'`,
        [name],
      );
    try {
      expect((await listeners()).rows).toHaveLength(1);
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await admin.query('SELECT pg_terminate_backend($1, 5000)', [(await listeners()).rows[0]?.pid]);
      const given = await answer(helper, id);
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
      const caughtUp = await page.next();
      expect(caughtUp).toMatchObject({ name: 'state', data: { answerCount: 1 } });
      expect(caughtUp?.data.token).toBe(await findThreadToken(id));
      await editAnswer(helper, given, { body: 'Heard again.', version: 1 });
      expect((await page.next())?.data).toMatchObject({ what: 'edited', answer: given });
      expect((await listeners()).rows).toHaveLength(1);
    } finally {
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
      await admin.end();
      await page.leave();
    }
  });
});

describe('streams', () => {
  it('end when the client goes, and give their place back', async () => {
    const id = await ask(await newGuest());
    const gone = new AbortController();
    const [one, two] = [await get(id, '', gone.signal), await get(id)];
    expect(await metrics().registry.metrics()).toContain('site_live_streams 2');
    gone.abort();
    await two.body?.cancel();
    expect(countStreams()).toBe(0);
    expect(one.status).toBe(200);
    const early = await get(id, '', AbortSignal.abort());
    expect(early.status).toBe(200);
    expect(countStreams()).toBe(0);
  });

  it('have a limit for each account and in all, with an answer that says so', async () => {
    const reader = await newGuest();
    const id = await ask(reader);
    const open = await Promise.all(Array.from({ length: mostStreams.viewer }, () => get(id, reader.cookie)));
    expect(open.every(({ status }) => status === 200)).toBe(true);
    const refused = await get(id, reader.cookie);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ error: { code: 'live-many' } });
    const places = Array.from({ length: mostStreams.all - open.length }, (_, at) =>
      takePlace(null, `a${at}`),
    );
    const full = await get(id);
    expect(full.status).toBe(503);
    expect(full.headers.get('retry-after')).toBe('60');
    for (const place of places) if (typeof place === 'object') place.leave();
    for (const { body } of open) await body?.cancel();
    expect(countStreams()).toBe(0);
  });

  it('end at once when the server stops, and none begins after', async () => {
    closeHub();
    const before = process.listeners('SIGTERM');
    const id = await ask(await newGuest());
    const page = await watch(id);
    const added = process.listeners('SIGTERM').filter((listener) => !before.includes(listener));
    expect(added).toHaveLength(1);
    added[0]?.('SIGTERM');
    while (await page.next());
    expect(countStreams()).toBe(0);
    expect((await get(id)).status).toBe(503);
  });
});
