import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { signUp } from '@/lib/accounts/sign-up';
import { db } from '@/lib/db/client';
import { findProgress } from '@/lib/progress/find-progress';
import { mostEntries, noProgress, setAside, type Progress } from '@/lib/progress/progress';
import { recordProgress } from '@/lib/progress/record-progress';
import { undoRead } from '@/lib/progress/undo-read';
import { password } from '@/tests/support/passwords';
import { newAddress, newGuest } from '@/tests/support/people';
import { withSite } from '@/tests/support/with-site';

const lesson = 'system-design-mastery/load-balancers-layer-4-vs-layer-7';
const other = 'system-design-mastery/health-checks-retries-and-timeouts';
const at = (day: number) => `2026-01-${String(day).padStart(2, '0')}T10:00:00.000Z`;

withSite();

const part = (change: Partial<Progress>): Progress => ({ ...noProgress(), ...change });
const stored = async (learner: string) => (await findProgress(learner)).progress;

const visited: Progress = {
  read: { [lesson]: at(5) },
  places: { [other]: { heading: 'retries', at: at(6) } },
  checks: { [`${lesson}/who-retries`]: { right: true, at: at(5) } },
  answers: { [`${lesson}/explain-layer-4`]: { rating: 'nearly', at: at(5) } },
};

describe('progress in an account', () => {
  it('is what was recorded, and recording it again changes nothing', async () => {
    const { id } = await newGuest();
    for (let time = 0; time < 3; time += 1)
      expect(await recordProgress(id, visited)).toMatchObject({ ok: true });
    expect(await stored(id)).toEqual(visited);
  });

  it('merges by the rules: earlier reading, later place and rating, right once stays right', async () => {
    const { id } = await newGuest();
    await recordProgress(id, visited);
    await recordProgress(id, {
      read: { [lesson]: at(2) },
      places: { [other]: { heading: 'older', at: at(1) } },
      checks: { [`${lesson}/who-retries`]: { right: false, at: at(9) } },
      answers: { [`${lesson}/explain-layer-4`]: { rating: 'could', at: at(9) } },
    });
    expect(await stored(id)).toEqual({
      read: { [lesson]: at(2) },
      places: visited.places,
      checks: { [`${lesson}/who-retries`]: { right: true, at: at(9) } },
      answers: { [`${lesson}/explain-layer-4`]: { rating: 'could', at: at(9) } },
    });
  });

  it('keeps a lesson set aside on every device, until it is read on', async () => {
    const { id } = await newGuest();
    await recordProgress(id, visited);
    await recordProgress(id, part({ places: { [other]: { heading: setAside, at: at(7) } } }));
    // Another device sends what it kept before.
    await recordProgress(id, visited);
    expect((await stored(id)).places).toEqual({ [other]: { heading: setAside, at: at(7) } });
    await recordProgress(id, part({ places: { [other]: { heading: 'timeouts', at: at(8) } } }));
    expect((await stored(id)).places).toEqual({ [other]: { heading: 'timeouts', at: at(8) } });
  });

  it('loses nothing when many tabs merge at once', async () => {
    const { id } = await newGuest();
    const parts = Array.from({ length: 12 }, (_, tab) =>
      part({
        read: { [tab % 2 ? lesson : other]: at(3 + tab) },
        places: { [lesson]: { heading: `tab-${tab}`, at: at(1 + tab) } },
        checks: { [`${lesson}/check-${tab}`]: { right: tab % 3 === 0, at: at(4) } },
      }),
    );
    const answers = await Promise.all(
      [...parts, ...parts.toReversed()].map((one) => recordProgress(id, one)),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const progress = await stored(id);
    expect(progress.read).toEqual({ [lesson]: at(4), [other]: at(3) });
    expect(progress.places[lesson]?.heading).toBe('tab-11');
    expect(Object.keys(progress.checks)).toHaveLength(12);
  });

  it('takes a clock that is ahead for now, so that a later change still wins', async () => {
    const { id } = await newGuest();
    await recordProgress(
      id,
      part({ places: { [lesson]: { heading: 'future', at: '2099-01-01T00:00:00.000Z' } } }),
    );
    const left = (await stored(id)).places[lesson];
    expect(Date.parse(left?.at ?? '')).toBeLessThanOrEqual(Date.now());
  });

  it('takes "read" back and leaves the rest', async () => {
    const { id } = await newGuest();
    const bystander = await newGuest();
    await recordProgress(id, visited);
    await recordProgress(bystander.id, visited);
    const [course = '', slug = ''] = lesson.split('/');
    await undoRead(id, course, slug);
    expect(await stored(id)).toEqual({ ...visited, read: {} });
    expect(await stored(bystander.id)).toEqual(visited);
  });

  it('passes over lessons that the site does not have', async () => {
    const { id } = await newGuest();
    const answer = await recordProgress(
      id,
      part({ read: { 'system-design-mastery/no-such-lesson': at(1), [lesson]: at(1) } }),
    );
    expect(answer).toMatchObject({ ok: true });
    expect((await stored(id)).read).toEqual({ [lesson]: at(1) });
  });

  it('refuses more answers than an account holds, and changes nothing then', async () => {
    const { id } = await newGuest();
    const checks = (from: number, count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `${lesson}/c${from + index}`,
          { right: true, at: at(1) },
        ]),
      );
    await recordProgress(id, part({ checks: checks(0, mostEntries.checks) }));
    const refused = await recordProgress(
      id,
      part({ checks: checks(mostEntries.checks, 1), read: { [lesson]: at(1) } }),
    );
    expect(refused).toMatchObject({ ok: false, error: { code: 'too-much' } });
    expect((await stored(id)).read).toEqual({});
    expect(await db().checkAnswer.count({ where: { userId: id } })).toBe(mostEntries.checks);
  });

  it('stays with a guest who signs up', async () => {
    const { id, viewer } = await newGuest();
    await recordProgress(id, visited);
    const account = { name: 'Ada', email: newAddress(), password };
    expect(await signUp(account, viewer)).toMatchObject({ ok: true, value: { claimed: true } });
    expect(await stored(id)).toEqual(visited);
  });

  it('goes with the account', async () => {
    const { id } = await newGuest();
    await recordProgress(id, visited);
    await db().user.delete({ where: { id } });
    expect(await db().checkAnswer.count({ where: { userId: id } })).toBe(0);
    expect(await db().readingPlace.count({ where: { userId: id } })).toBe(0);
  });
});

describe('the requests', () => {
  const ask = async (
    method: string,
    path: string,
    cookie: string,
    body?: unknown,
    origin = 'http://localhost:3000',
  ) => {
    const { GET, POST } = await import('@/app/api/progress/route');
    const headers = { cookie, origin, host: 'localhost:3000', 'content-type': 'application/json' };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const request = new Request(`http://localhost:3000${path}`, init);
    return method === 'GET' ? GET(request) : POST(request);
  };

  it('tell a visitor nothing, and a learner what is theirs', async () => {
    const { id, cookie } = await newGuest();
    await recordProgress(id, visited);
    expect(await (await ask('GET', '/api/progress', '')).json()).toEqual({ viewer: null });
    expect(await (await ask('GET', '/api/progress', cookie)).json()).toEqual({
      viewer: id,
      progress: visited,
      labs: {},
      notes: [],
    });
  });

  it('refuse visitors, other sites and what does not fit', async () => {
    const { cookie } = await newGuest();
    expect((await ask('POST', '/api/progress', '', visited)).status).toBe(401);
    expect((await ask('POST', '/api/progress', cookie, visited, 'https://evil.example')).status).toBe(403);
    for (const wrong of [
      { read: { '../../etc': at(1) } },
      { places: { [lesson]: { heading: '<b>', at: at(1) } } },
      { learner: randomUUID() },
      { checks: { [`${lesson}/x`]: { right: 'yes', at: at(1) } } },
    ])
      expect((await ask('POST', '/api/progress', cookie, wrong)).status).toBe(422);
  });

  it('say in words what was wrong', async () => {
    const { cookie } = await newGuest();
    const many = Object.fromEntries(
      Array.from({ length: mostEntries.read + 1 }, (_, index) => [`c/l${index}`, at(1)]),
    );
    const answer = await ask('POST', '/api/progress', cookie, { read: many });
    const { error } = z.object({ error: z.object({ message: z.string() }) }).parse(await answer.json());
    expect(error.message).toBe('At most 300 entries of a kind fit into one request.');
  });
});
