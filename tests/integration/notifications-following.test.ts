import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { isFollowing } from '@/lib/questions/is-following';
import { listQuestions } from '@/lib/questions/list-questions';
import { setDeleted } from '@/lib/questions/set-deleted';
import { setFollowing } from '@/lib/questions/set-following';
import { newGuest } from '@/tests/support/people';
import { answer, ask, askedLesson, comment } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

describe('following', () => {
  it('begins with asking, answering and commenting, and once said no, it does not begin again', async () => {
    const [asker, helper, remarker] = [await newGuest(), await newGuest(), await newGuest()];
    const id = await ask(asker);
    const given = await answer(helper, id);
    await comment(remarker, id, given);
    for (const person of [asker, helper, remarker])
      expect(await isFollowing(person.viewer.id, id)).toBe(true);
    await setFollowing(helper.viewer.id, id, false);
    await answer(helper, id, 'One more thing.');
    await comment(helper, id, null);
    expect(await isFollowing(helper.viewer.id, id)).toBe(false);
    await setFollowing(helper.viewer.id, id, true);
    expect(await isFollowing(helper.viewer.id, id)).toBe(true);
  });

  it('is set, not toggled, whoever of twenty clicks arrives last, and needs a question that is shown', async () => {
    const [asker, reader] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    await Promise.all(Array.from({ length: 20 }, () => setFollowing(reader.viewer.id, id, true)));
    expect(await db().follow.count({ where: { userId: reader.viewer.id, questionId: id } })).toBe(1);
    expect(await isFollowing(reader.viewer.id, id)).toBe(true);
    await setDeleted(asker.viewer.id, 'question', id, true);
    expect(await setFollowing(reader.viewer.id, id, false)).toMatchObject({
      ok: false,
      error: { code: 'missing' },
    });
    expect(await setFollowing(reader.viewer.id, 999_999, true)).toMatchObject({ ok: false });
  });

  it('goes along when a question is merged into another, unless the person said no there', async () => {
    const [asker, reader, other] = [await newGuest(), await newGuest(), await newGuest()];
    const [kept, merged] = [await ask(asker), await ask(asker)];
    await setFollowing(reader.viewer.id, merged, true);
    await setFollowing(other.viewer.id, merged, true);
    await setFollowing(other.viewer.id, kept, false);
    await db().question.update({ where: { id: merged }, data: { mergedIntoId: kept } });
    expect(await isFollowing(reader.viewer.id, kept)).toBe(true);
    expect(await isFollowing(other.viewer.id, kept)).toBe(false);
  });

  it('makes a list that goes page by page, newest question first, and holds what is shown only', async () => {
    const [asker, reader] = [await newGuest(), await newGuest()];
    const ids: number[] = [];
    for (let at = 0; at < 5; at += 1) ids.push(await ask(asker, { title: `Question number ${at} of five` }));
    for (const id of ids) await setFollowing(reader.viewer.id, id, true);
    await setDeleted(asker.viewer.id, 'question', ids[1] ?? 0, true);
    await setFollowing(reader.viewer.id, ids[3] ?? 0, false);
    const page = (after: string | null) =>
      listQuestions({ tab: 'following', viewerId: reader.viewer.id, lessons: null, after, limit: 2 });
    const first = await page(null);
    expect(first.questions.map(({ id }) => id)).toEqual([ids[4], ids[2]]);
    const second = await page(first.next);
    expect(second.questions.map(({ id }) => id)).toEqual([ids[0]]);
    expect(second.next).toBeNull();
    const elsewhere = { tab: 'following', viewerId: reader.viewer.id } as const;
    const here = await listQuestions({ ...elsewhere, lessons: [askedLesson] });
    expect(here.questions).toHaveLength(3);
    const none = await listQuestions({ ...elsewhere, lessons: [{ course: 'x', lesson: 'y' }] });
    expect(none.questions).toEqual([]);
    expect((await listQuestions({ tab: 'following', viewerId: null, lessons: null })).questions).toEqual([]);
  });
});

describe('ten thousand followers', () => {
  it('cost one statement from the site and one insertion in the database', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    await db().$executeRaw`
      WITH people AS (INSERT INTO "User" ("id", "name", "updatedAt")
        SELECT gen_random_uuid(), 'Reader ' || g, now() FROM generate_series(1, 10000) g RETURNING "id")
      INSERT INTO "Follow" ("userId", "questionId") SELECT "id", ${id} FROM people`;
    const { insertAnswer } = await import('@/lib/questions/store');
    const sent: string[] = [];
    const send = Client.prototype.query;
    Client.prototype.query = function record(this: Client, ...args: unknown[]) {
      const [first] = args;
      sent.push(typeof first === 'string' ? first : String(Reflect.get(Object(first), 'text')));
      return Reflect.apply(send, this, args);
    } as typeof send;
    try {
      await insertAnswer(
        helper.viewer.id,
        id,
        { body: 'To all of you.', submission: randomUUID() },
        { held: null, runs: [] },
      );
    } finally {
      Client.prototype.query = send;
    }
    expect(sent.filter((text) => /INSERT/.test(text))).toHaveLength(1);
    expect(await db().notification.count({ where: { questionId: id, kind: 'answered' } })).toBe(10_001);
  });
});
