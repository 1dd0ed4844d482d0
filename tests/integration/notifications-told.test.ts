import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { countUnread } from '@/lib/notifications/count-unread';
import { acceptAnswer } from '@/lib/questions/accept-answer';
import { answerQuestion } from '@/lib/questions/answer-question';
import { setDeleted } from '@/lib/questions/set-deleted';
import { setFollowing } from '@/lib/questions/set-following';
import { listed, told } from '@/tests/support/notifications';
import { newGuest } from '@/tests/support/people';
import { answer, ask, comment, hide } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

describe('an answer', () => {
  it('is told to who follows the question, and never to its author', async () => {
    const [asker, reader, helper, stranger] = [
      await newGuest(),
      await newGuest(),
      await newGuest(),
      await newGuest(),
    ];
    const id = await ask(asker);
    await setFollowing(reader.viewer.id, id, true);
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
        authorId: helper.viewer.id,
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
    expect(await countUnread(asker.viewer.id)).toBe(0);
    await hide('answer', held, null);
    await setDeleted(helper.viewer.id, 'answer', held, true);
    await setDeleted(helper.viewer.id, 'answer', held, false);
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
        data: { questionId: id, authorId: helper.viewer.id, body: 'x', submission: randomUUID() },
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
    await setFollowing(first.viewer.id, id, false);
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
        authorId: remarker.viewer.id,
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
    await Promise.all(Array.from({ length: 10 }, () => acceptAnswer(asker.viewer.id, id, given)));
    expect(await told(helper)).toEqual([['accepted', given, null]]);
    await acceptAnswer(asker.viewer.id, id, own);
    expect(await told(helper)).toEqual([]);
    expect(await told(asker), 'of one’s own answer').toEqual([]);
    await acceptAnswer(asker.viewer.id, id, given);
    expect(await told(helper)).toEqual([['accepted', given, null]]);
    expect(await db().notification.count({ where: { questionId: id } })).toBe(1);
  });
});
