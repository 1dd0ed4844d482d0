import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { countUnread } from '@/lib/notifications/count-unread';
import { forgetNotifications } from '@/lib/notifications/forget/forget-notifications';
import { listNotifications } from '@/lib/notifications/list-notifications';
import { listUnreadHere } from '@/lib/notifications/list-unread-here';
import { markRead } from '@/lib/notifications/mark-read';
import { permalinkOf } from '@/lib/notifications/notification';
import { openNotification } from '@/lib/notifications/open-notification';
import { listed } from '@/tests/support/notifications';
import { newGuest } from '@/tests/support/people';
import { answer, ask, comment, hide } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

describe('the list', () => {
  it('puts together what happened in one thread, newest first, and goes on page by page', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const [one, two] = [await ask(asker), await ask(asker)];
    const first = await answer(helper, one);
    const second = await answer(helper, two);
    const third = await comment(helper, one, null, '**Look** at `listen`.');
    const { groups, next } = await listNotifications(asker.viewer.id);
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
    const page = await listNotifications(asker.viewer.id, null, 2);
    const rest = await listNotifications(asker.viewer.id, page.next, 2);
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
    const word = await db().notification.create({ data: { userId: asker.viewer.id, ...words } });
    const report = await db().notification.create({
      data: { userId: helper.viewer.id, ...words, kind: 'flagResolved' },
    });
    await hide('question', id, 'moderated');
    expect(await listed(asker)).toMatchObject([{ words: 'It holds a password.', isReachable: true }]);
    expect(await listed(helper)).toMatchObject([{ words: 'It holds a password.', isReachable: false }]);
    expect(await openNotification(asker.viewer.id, word.id)).toMatch(`/questions/${id}-`);
    expect(await openNotification(helper.viewer.id, report.id)).toBe('/notifications');
    for (const person of [asker, helper]) expect(await countUnread(person.viewer.id)).toBe(0);
  });

  it('is marked as read up to what the page showed, so that what came meanwhile stays unread', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    for (let at = 0; at < 3; at += 1) await answer(helper, id, `Answer ${at}`);
    const { newest } = await listNotifications(asker.viewer.id);
    const [late] = await Promise.all([
      answer(helper, id, 'Meanwhile.'),
      markRead(asker.viewer.id, { upTo: newest ?? 0 }),
      markRead(asker.viewer.id, { upTo: newest ?? 0 }),
    ]);
    const unread = (await listed(asker)).filter(({ isRead }) => !isRead);
    expect(unread.map(({ answerId }) => answerId)).toEqual([late]);
    expect(await countUnread(asker.viewer.id)).toBe(1);
  });

  it('marks one by opening it, those of a thread by showing them, and never another’s', async () => {
    const [asker, helper, other] = [await newGuest(), await newGuest(), await newGuest()];
    const id = await ask(asker);
    const [first, second] = [await answer(helper, id), await answer(helper, id, 'Another.')];
    const [newer, older] = await listed(asker);
    expect(await openNotification(other.viewer.id, older?.id ?? 0)).toBeNull();
    await markRead(other.viewer.id, { ids: [newer?.id ?? 0, older?.id ?? 0] });
    await markRead(other.viewer.id, { upTo: 2_000_000_000 });
    expect(await countUnread(asker.viewer.id)).toBe(2);
    expect(await openNotification(asker.viewer.id, older?.id ?? 0)).toMatch(
      `?answer=${first}#answer-${first}`,
    );
    expect((await listed(asker)).map(({ isRead }) => isRead)).toEqual([false, true]);
    expect(await listUnreadHere(asker.viewer.id, id, [first])).toEqual([]);
    const here = await listUnreadHere(asker.viewer.id, id, [first, second]);
    await markRead(asker.viewer.id, { ids: here });
    expect(await countUnread(asker.viewer.id)).toBe(0);
  });

  it('keeps them for a year, read or not, also when two processes forget at once', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    const given: number[] = [];
    for (let at = 0; at < 4; at += 1) given.push(await answer(helper, id, `Answer ${at}`));
    const days = [400, 366, 364, 0];
    const now = new Date();
    for (const [at, answerId] of given.entries()) {
      const createdAt = new Date(now.getTime() - (days[at] ?? 0) * 24 * 60 * 60 * 1000);
      const readAt = at % 2 === 0 ? createdAt : null;
      await db().notification.updateMany({ where: { answerId }, data: { createdAt, readAt } });
    }
    const gone = await Promise.all([forgetNotifications(now), forgetNotifications(now)]);
    expect(gone[0] + gone[1]).toBe(2);
    expect((await listed(asker)).map(({ answerId }) => answerId)).toEqual([given[3], given[2]]);
    expect(await forgetNotifications(now)).toBe(0);
  });
});
