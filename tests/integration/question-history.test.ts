import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { editAnswer, editQuestion } from '@/lib/questions/edit-post';
import { findHistory } from '@/lib/questions/find-history';
import { setDeleted } from '@/lib/questions/set-deleted';
import type { Actor } from '@/lib/questions/take-turn';
import { valueOf } from '@/tests/support/outcomes';
import { newGuest } from '@/tests/support/people';
import { answer, ask, newQuestion } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

const { title } = newQuestion();
const edit = async (actor: Actor, id: number, version: number, change: { title?: string; body: string }) =>
  valueOf(await editQuestion(actor, id, { title, version, ...change }));

describe('the history of a post', () => {
  it('holds every version with its author and time, and compares the last two unless told', async () => {
    const asker = await newGuest();
    const id = await ask(asker, { body: 'It answers 502.' });
    await edit(asker, id, 1, { body: 'It answers 503.' });
    await edit(asker, id, 2, {
      title: 'Why does the balancer close the connection?',
      body: 'It answers 503.',
    });
    const found = await findHistory(id, null, null);
    expect(found?.versions.map(({ version, author }) => [version, author])).toEqual(
      [3, 2, 1].map((version) => [version, asker.viewer.name]),
    );
    const times = found?.versions.map(({ at }) => Date.parse(at)) ?? [];
    expect(times.toSorted((a, b) => b - a)).toEqual(times);
    expect(found?.compared).toMatchObject({
      from: 2,
      to: 3,
      title: expect.arrayContaining([
        { kind: 'removed', text: 'end' },
        { kind: 'added', text: 'close' },
      ]),
      body: [{ kind: 'same', text: 'It answers 503.' }],
    });
    const any = await findHistory(id, null, null, { from: 3, to: 1 });
    expect(any?.compared).toMatchObject({ from: 1, to: 3 });
    expect(any?.compared?.body).toContainEqual({ kind: 'removed', text: '502' });
  });

  it('takes versions that are none for the nearest, and has nothing to compare when there is one', async () => {
    const asker = await newGuest();
    const id = await ask(asker);
    expect(await findHistory(id, null, null, { from: 5, to: 9 })).toMatchObject({
      current: 1,
      compared: null,
    });
    await edit(asker, id, 1, { body: 'More.' });
    for (const wanted of [{ from: 0, to: 99 }, { from: 2, to: 2 }, { from: 1, to: 1 }, { to: 1 }])
      expect((await findHistory(id, null, null, wanted))?.compared).toMatchObject({ from: 1, to: 2 });
  });

  it('keeps the versions of those whose account is gone, without their name', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    const answerId = await answer(helper, id);
    await editAnswer(helper, answerId, { body: 'As said better.', version: 1 });
    await db().user.delete({ where: { id: helper.viewer.id } });
    const found = await findHistory(id, answerId, null);
    expect(found?.versions.map(({ author }) => author)).toEqual([null, null]);
    expect(found?.compared).toMatchObject({ title: null, body: expect.any(Array) });
  });

  it('is there for those who see the post: a deleted or hidden one’s for its author, a merged one’s for nobody', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    await edit(asker, id, 1, { body: 'Secret, then deleted.' });
    const answerId = await answer(helper, id);
    await setDeleted(helper.viewer.id, 'answer', answerId, true);
    expect(await findHistory(id, answerId, null)).toBeNull();
    expect(await findHistory(id, answerId, asker.viewer.id)).toBeNull();
    expect(await findHistory(id, answerId, helper.viewer.id)).not.toBeNull();
    await setDeleted(asker.viewer.id, 'question', id, true);
    expect(await findHistory(id, null, helper.viewer.id)).toBeNull();
    expect(await findHistory(id, answerId, helper.viewer.id), 'below a deleted question').toBeNull();
    expect(await findHistory(id, null, asker.viewer.id)).not.toBeNull();
    await db().question.update({
      where: { id },
      data: { hiddenAt: new Date(), hiddenBecause: 'moderated' },
    });
    expect(await findHistory(id, null, asker.viewer.id)).not.toBeNull();
    expect(await findHistory(id, null, helper.viewer.id)).toBeNull();
    await db().question.update({ where: { id }, data: { hiddenBecause: 'merged' } });
    expect(await findHistory(id, null, asker.viewer.id)).toBeNull();
  });

  it('of an answer is found below its own question only', async () => {
    const asker = await newGuest();
    const [id, elsewhere] = [await ask(asker), await ask(asker)];
    const answerId = await answer(asker, id);
    expect(await findHistory(elsewhere, answerId, asker.viewer.id)).toBeNull();
    expect(await findHistory(999_999, null, null)).toBeNull();
  });

  it('turns its pages over every version once', async () => {
    const asker = await newGuest();
    const id = await ask(asker);
    const edits = 110;
    await db().revision.createMany({
      data: Array.from({ length: edits }, (_, at) => ({
        questionId: id,
        version: at + 1,
        title,
        body: `Version ${at + 1}`,
        editorId: asker.viewer.id,
      })),
    });
    await db().question.update({ where: { id }, data: { version: edits + 1 } });
    const seen: number[] = [];
    for (let before: number | null = null, isFirst = true; isFirst || before !== null; isFirst = false) {
      const page: Awaited<ReturnType<typeof findHistory>> = await findHistory(id, null, null, { before });
      seen.push(...(page?.versions.map(({ version }) => version) ?? []));
      before = page?.older ?? null;
    }
    expect(seen).toEqual(Array.from({ length: edits + 1 }, (_, at) => edits + 1 - at));
  });

  it('of two texts of 20,000 characters with no word in common is there in a moment', async () => {
    const asker = await newGuest();
    const id = await ask(asker, { body: 'a '.repeat(9999) });
    await edit(asker, id, 1, { body: 'b '.repeat(9999) });
    const startedAt = performance.now();
    const found = await findHistory(id, null, null);
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(found?.compared?.body).toHaveLength(2);
  });
});
