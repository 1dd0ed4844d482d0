import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { countUnread } from '@/lib/notifications/count-unread';
import { listNotifications } from '@/lib/notifications/list-notifications';
import { listUnreadHere } from '@/lib/notifications/list-unread-here';
import { markRead } from '@/lib/notifications/mark-read';
import { permalinkOf, type Notification } from '@/lib/notifications/notification';
import { openNotification } from '@/lib/notifications/open-notification';
import { acceptAnswer } from '@/lib/questions/accept-answer';
import { answerQuestion } from '@/lib/questions/answer-question';
import { isFollowing } from '@/lib/questions/is-following';
import { listQuestions } from '@/lib/questions/list-questions';
import { setDeleted } from '@/lib/questions/set-deleted';
import { setFollowing } from '@/lib/questions/set-following';
import type { Actor } from '@/lib/questions/take-turn';
import { newGuest } from '@/tests/support/people';
import { answer, ask, askedLesson, comment } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

const idOf = ({ viewer }: Actor) => viewer.id;
const listed = async (actor: Actor): Promise<Notification[]> =>
  (await listNotifications(idOf(actor))).groups.flatMap(({ notifications }) => notifications);
const told = async (actor: Actor) =>
  (await listed(actor)).map(({ kind, answerId, commentId }) => [kind, answerId, commentId]);
const hide = (kind: 'answer' | 'comment' | 'question', id: number, because: 'held' | 'moderated' | null) => {
  const data = { hiddenAt: because && new Date(), hiddenBecause: because };
  if (kind === 'answer') return db().answer.update({ where: { id }, data });
  return kind === 'comment'
    ? db().comment.update({ where: { id }, data })
    : db().question.update({ where: { id }, data });
};

describe('following', () => {
  it('begins with asking, answering and commenting, and once said no, it does not begin again', async () => {
    const [asker, helper, remarker] = [await newGuest(), await newGuest(), await newGuest()];
    const id = await ask(asker);
    const given = await answer(helper, id);
    await comment(remarker, id, given);
    for (const person of [asker, helper, remarker]) expect(await isFollowing(idOf(person), id)).toBe(true);
    await setFollowing(idOf(helper), id, false);
    await answer(helper, id, 'One more thing.');
    await comment(helper, id, null);
    expect(await isFollowing(idOf(helper), id)).toBe(false);
    await setFollowing(idOf(helper), id, true);
    expect(await isFollowing(idOf(helper), id)).toBe(true);
  });

  it('is set, not toggled, whoever of twenty clicks arrives last, and needs a question that is shown', async () => {
    const [asker, reader] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    await Promise.all(Array.from({ length: 20 }, () => setFollowing(idOf(reader), id, true)));
    expect(await db().follow.count({ where: { userId: idOf(reader), questionId: id } })).toBe(1);
    expect(await isFollowing(idOf(reader), id)).toBe(true);
    await setDeleted(idOf(asker), 'question', id, true);
    expect(await setFollowing(idOf(reader), id, false)).toMatchObject({
      ok: false,
      error: { code: 'missing' },
    });
    expect(await setFollowing(idOf(reader), 999_999, true)).toMatchObject({ ok: false });
  });

  it('goes along when a question is merged into another, unless the person said no there', async () => {
    const [asker, reader, other] = [await newGuest(), await newGuest(), await newGuest()];
    const [kept, merged] = [await ask(asker), await ask(asker)];
    await setFollowing(idOf(reader), merged, true);
    await setFollowing(idOf(other), merged, true);
    await setFollowing(idOf(other), kept, false);
    await db().question.update({ where: { id: merged }, data: { mergedIntoId: kept } });
    expect(await isFollowing(idOf(reader), kept)).toBe(true);
    expect(await isFollowing(idOf(other), kept)).toBe(false);
  });

  it('makes a list that goes page by page, newest question first, and holds what is shown only', async () => {
    const [asker, reader] = [await newGuest(), await newGuest()];
    const ids: number[] = [];
    for (let at = 0; at < 5; at += 1) ids.push(await ask(asker, { title: `Question number ${at} of five` }));
    for (const id of ids) await setFollowing(idOf(reader), id, true);
    await setDeleted(idOf(asker), 'question', ids[1] ?? 0, true);
    await setFollowing(idOf(reader), ids[3] ?? 0, false);
    const page = (after: string | null) =>
      listQuestions({ tab: 'following', viewerId: idOf(reader), lessons: null, after, limit: 2 });
    const first = await page(null);
    expect(first.questions.map(({ id }) => id)).toEqual([ids[4], ids[2]]);
    const second = await page(first.next);
    expect(second.questions.map(({ id }) => id)).toEqual([ids[0]]);
    expect(second.next).toBeNull();
    const elsewhere = { tab: 'following', viewerId: idOf(reader) } as const;
    const here = await listQuestions({ ...elsewhere, lessons: [askedLesson] });
    expect(here.questions).toHaveLength(3);
    const none = await listQuestions({ ...elsewhere, lessons: [{ course: 'x', lesson: 'y' }] });
    expect(none.questions).toEqual([]);
    expect((await listQuestions({ tab: 'following', viewerId: null, lessons: null })).questions).toEqual([]);
  });
});

describe('an answer', () => {
  it('is told to who follows the question, and never to its author', async () => {
    const [asker, reader, helper, stranger] = [
      await newGuest(),
      await newGuest(),
      await newGuest(),
      await newGuest(),
    ];
    const id = await ask(asker);
    await setFollowing(idOf(reader), id, true);
    const given = await answer(helper, id);
    await answer(asker, id, 'My own answer.');
    expect(await told(asker)).toEqual([['answered', given, null]]);
    expect(await told(reader)).toHaveLength(2);
    expect(await told(helper)).toHaveLength(1);
    expect(await told(stranger)).toEqual([]);
  });

  it('that is held is told when it is shown, and once, also when two moderators show it at once', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    const { id: held } = await db().answer.create({
      data: {
        questionId: id,
        authorId: idOf(helper),
        body: 'See my site.',
        submission: randomUUID(),
        hiddenAt: new Date(),
        hiddenBecause: 'held',
      },
    });
    expect(await db().notification.count({ where: { answerId: held } })).toBe(0);
    await Promise.all(Array.from({ length: 10 }, () => hide('answer', held, null)));
    expect(await told(asker)).toEqual([['answered', held, null]]);
    await hide('answer', held, 'moderated');
    expect(await told(asker)).toEqual([]);
    expect(await countUnread(idOf(asker))).toBe(0);
    await hide('answer', held, null);
    await setDeleted(idOf(helper), 'answer', held, true);
    await setDeleted(idOf(helper), 'answer', held, false);
    expect(await told(asker)).toEqual([['answered', held, null]]);
    expect(await db().notification.count({ where: { answerId: held } })).toBe(1);
  });

  it('that is refused leaves no word of it', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    const form = { body: 'Once.', submission: randomUUID() };
    await Promise.all([answerQuestion(helper, id, form), answerQuestion(helper, id, form)]);
    expect(await told(asker)).toHaveLength(1);
    const undone = db().$transaction(async (tx) => {
      await tx.answer.create({
        data: { questionId: id, authorId: idOf(helper), body: 'x', submission: randomUUID() },
      });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await told(asker)).toHaveLength(1);
  });

  it('of a question that is hidden or deleted is not listed while that lasts', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    await answer(helper, id);
    await hide('question', id, 'moderated');
    expect(await told(asker)).toEqual([]);
    await hide('question', id, null);
    expect(await told(asker)).toHaveLength(1);
  });

  it('that moves to another question takes along what was told of it', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const [from, to] = [await ask(asker), await ask(asker)];
    const given = await answer(helper, from);
    const said = await comment(helper, from, given);
    await comment(asker, from, given);
    await db().answer.update({ where: { id: given }, data: { questionId: to } });
    await db().comment.updateMany({ where: { answerId: given }, data: { questionId: to } });
    expect((await listed(asker)).map(({ question }) => question.id)).toEqual([to]);
    expect((await listed(helper)).map(({ question }) => question.id)).toEqual([to]);
    expect(said).toBeGreaterThan(0);
  });
});

describe('a comment', () => {
  it('on the question is told to its followers', async () => {
    const [asker, helper, remarker] = [await newGuest(), await newGuest(), await newGuest()];
    const id = await ask(asker);
    await answer(helper, id);
    const said = await comment(remarker, id, null);
    expect(await told(helper)).toEqual([['commented', null, said]]);
    expect((await told(asker))[0]).toEqual(['commented', null, said]);
    expect(await told(remarker)).toEqual([]);
  });

  it('on an answer is told to its author and to who commented on it before, but not to the others', async () => {
    const [asker, helper, first, second, other] = [
      await newGuest(),
      await newGuest(),
      await newGuest(),
      await newGuest(),
      await newGuest(),
    ];
    const id = await ask(asker);
    const [given, elsewhere] = [await answer(helper, id), await answer(other, id)];
    await db().notification.deleteMany({});
    const one = await comment(first, id, given);
    const two = await comment(second, id, given);
    expect(await told(helper)).toEqual([
      ['commented', given, two],
      ['commented', given, one],
    ]);
    expect(await told(first)).toEqual([['commented', given, two]]);
    for (const person of [asker, second, other]) expect(await told(person)).toEqual([]);
    const reply = await comment(helper, id, given);
    expect(await told(second)).toEqual([['commented', given, reply]]);
    await setFollowing(idOf(first), id, false);
    await comment(second, id, given);
    expect(await told(first), 'who said no').toHaveLength(2);
    expect(elsewhere).not.toBe(given);
  });

  it('that is held is told when it is shown; one that is deleted disappears', async () => {
    const [asker, remarker] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    const held = await db().comment.create({
      data: {
        questionId: id,
        authorId: idOf(remarker),
        body: 'Buy this.',
        submission: randomUUID(),
        hiddenAt: new Date(),
        hiddenBecause: 'held',
      },
    });
    expect(await told(asker)).toEqual([]);
    await hide('comment', held.id, null);
    expect(await told(asker)).toEqual([['commented', null, held.id]]);
    await db().comment.update({ where: { id: held.id }, data: { deletedAt: new Date() } });
    expect(await told(asker)).toEqual([]);
  });
});

describe('an acceptance', () => {
  it('is told to the answer’s author once, and disappears while it is taken back', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    const [given, own] = [await answer(helper, id), await answer(asker, id)];
    await db().notification.deleteMany({});
    await Promise.all(Array.from({ length: 10 }, () => acceptAnswer(idOf(asker), id, given)));
    expect(await told(helper)).toEqual([['accepted', given, null]]);
    await acceptAnswer(idOf(asker), id, own);
    expect(await told(helper)).toEqual([]);
    expect(await told(asker), 'of one’s own answer').toEqual([]);
    await acceptAnswer(idOf(asker), id, given);
    expect(await told(helper)).toEqual([['accepted', given, null]]);
    expect(await db().notification.count({ where: { questionId: id } })).toBe(1);
  });
});

describe('the list', () => {
  it('puts together what happened in one thread, newest first, and goes on page by page', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const [one, two] = [await ask(asker), await ask(asker)];
    const first = await answer(helper, one);
    const second = await answer(helper, two);
    const third = await comment(helper, one, null, '**Look** at `listen`.');
    const { groups, next } = await listNotifications(idOf(asker));
    expect(groups.map(({ question, notifications }) => [question.id, notifications.length])).toEqual([
      [one, 2],
      [two, 1],
    ]);
    expect(next).toBeNull();
    expect(groups[0]?.notifications[0]).toMatchObject({
      words: 'Look at listen.',
      actor: helper.viewer.name,
      isOwnQuestion: true,
      isRead: false,
    });
    const page = await listNotifications(idOf(asker), null, 2);
    const rest = await listNotifications(idOf(asker), page.next, 2);
    const ids = [...page.groups, ...rest.groups].flatMap(({ notifications }) =>
      notifications.map(({ answerId, commentId }) => commentId ?? answerId),
    );
    expect(ids).toEqual([third, second, first]);
  });

  it('leads to the very post, and says what a moderator said even of what is hidden', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    const given = await answer(helper, id);
    const said = await comment(helper, id, given);
    await db().notification.deleteMany({});
    const at = { question: { id, title: 'A title' } };
    expect(permalinkOf({ ...at, answerId: 5, commentId: null })).toBe(
      `/questions/${id}-a-title?answer=5#answer-5`,
    );
    expect(permalinkOf({ ...at, answerId: 5, commentId: 7 })).toBe(
      `/questions/${id}-a-title?comment=7#comment-7`,
    );
    expect(permalinkOf({ ...at, answerId: null, commentId: said })).toBe(
      `/questions/${id}-a-title?comment=${said}#comment-${said}`,
    );
    const words = { kind: 'moderated' as const, questionId: id, words: 'It holds a password.' };
    const word = await db().notification.create({ data: { userId: idOf(asker), ...words } });
    const report = await db().notification.create({
      data: { userId: idOf(helper), ...words, kind: 'flagResolved' },
    });
    await hide('question', id, 'moderated');
    expect(await listed(asker)).toMatchObject([{ words: 'It holds a password.', isReachable: true }]);
    expect(await listed(helper)).toMatchObject([{ words: 'It holds a password.', isReachable: false }]);
    expect(await openNotification(idOf(asker), word.id)).toMatch(`/questions/${id}-`);
    expect(await openNotification(idOf(helper), report.id)).toBe('/notifications');
    for (const person of [asker, helper]) expect(await countUnread(idOf(person))).toBe(0);
  });

  it('is marked as read up to what the page showed, so that what came meanwhile stays unread', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    for (let at = 0; at < 3; at += 1) await answer(helper, id, `Answer ${at}`);
    const { newest } = await listNotifications(idOf(asker));
    const [late] = await Promise.all([
      answer(helper, id, 'Meanwhile.'),
      markRead(idOf(asker), { upTo: newest ?? 0 }),
      markRead(idOf(asker), { upTo: newest ?? 0 }),
    ]);
    const unread = (await listed(asker)).filter(({ isRead }) => !isRead);
    expect(unread.map(({ answerId }) => answerId)).toEqual([late]);
    expect(await countUnread(idOf(asker))).toBe(1);
  });

  it('marks one by opening it, those of a thread by showing them, and never another’s', async () => {
    const [asker, helper, other] = [await newGuest(), await newGuest(), await newGuest()];
    const id = await ask(asker);
    const [first, second] = [await answer(helper, id), await answer(helper, id, 'Another.')];
    const [newer, older] = await listed(asker);
    expect(await openNotification(idOf(other), older?.id ?? 0)).toBeNull();
    await markRead(idOf(other), { ids: [newer?.id ?? 0, older?.id ?? 0] });
    await markRead(idOf(other), { upTo: 2_000_000_000 });
    expect(await countUnread(idOf(asker))).toBe(2);
    expect(await openNotification(idOf(asker), older?.id ?? 0)).toMatch(`?answer=${first}#answer-${first}`);
    expect((await listed(asker)).map(({ isRead }) => isRead)).toEqual([false, true]);
    expect(await listUnreadHere(idOf(asker), id, [first])).toEqual([]);
    const here = await listUnreadHere(idOf(asker), id, [first, second]);
    await markRead(idOf(asker), { ids: here });
    expect(await countUnread(idOf(asker))).toBe(0);
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
        idOf(helper),
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
