import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { listAudit } from '@/lib/moderation/list-audit';
import { acceptAnswer } from '@/lib/questions/accept-answer';
import { findMergedInto } from '@/lib/questions/find-merged-into';
import { findThread } from '@/lib/questions/find-thread';
import { setDeleted } from '@/lib/questions/set-deleted';
import { wrongCounts } from '@/tests/support/counts';
import { answersOf, mergedOf, mergingPeople, torn } from '@/tests/support/merging';
import { codeOf, valueOf } from '@/tests/support/outcomes';
import { answer, ask, comment } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

describe('chains and circles', () => {
  it('are collapsed, and refused', async () => {
    const { asker, other, helper, merge } = await mergingPeople();
    const [a, b, c] = [await ask(asker), await ask(asker), await ask(other)];
    const [ofA, ofB] = [await answer(helper, a), await answer(helper, b)];
    await merge(a, b);
    expect(codeOf(await merge(b, a)), 'a leads to b').toBe('circle');
    await merge(b, c);
    expect([await mergedOf(a), await mergedOf(b)]).toEqual([c, c]);
    expect(await answersOf(c)).toEqual([ofA, ofB]);
    expect(codeOf(await merge(c, a))).toBe('circle');
    const d = await ask(asker);
    const into = await merge(d, b);
    expect(valueOf(into).href, 'what was merged stands for where it leads').toContain(`/${c}-`);
    expect(await mergedOf(d)).toBe(c);
    expect([await wrongCounts(), await torn()]).toEqual([[], []]);
  });

  it('come apart in any order, and everything is where it was', async () => {
    const { asker, other, helper, merge } = await mergingPeople();
    for (const order of ['inner first', 'outer first']) {
      const [a, b, c] = [await ask(asker), await ask(asker), await ask(other)];
      const [ofA, ofB, ofC] = [await answer(helper, a), await answer(helper, b), await answer(helper, c)];
      await merge(a, b);
      await merge(b, c);
      expect(await answersOf(c)).toEqual([ofA, ofB, ofC]);
      if (order === 'inner first') {
        expect((await merge(a, null)).ok, order).toBe(true);
        expect([await answersOf(a), await answersOf(c)]).toEqual([[ofA], [ofB, ofC]]);
        expect((await merge(b, null)).ok, order).toBe(true);
      } else {
        expect((await merge(b, null)).ok, order).toBe(true);
        expect([await mergedOf(a), await answersOf(b)], 'what b held is with b again').toEqual([
          b,
          [ofA, ofB],
        ]);
        expect((await merge(a, null)).ok, order).toBe(true);
      }
      expect([await answersOf(a), await answersOf(b), await answersOf(c)], order).toEqual([
        [ofA],
        [ofB],
        [ofC],
      ]);
      expect([await wrongCounts(), await torn()]).toEqual([[], []]);
    }
  });
});

describe('taking a question out again', () => {
  it('puts back what was moved, and leaves what was given since', async () => {
    const { asker, other, helper, reader, merge } = await mergingPeople();
    const [first, second] = [await ask(asker), await ask(other)];
    const [mine, deleted] = [await answer(helper, first), await answer(helper, first)];
    const said = await comment(reader, first, mine);
    await setDeleted(helper.viewer.id, 'answer', deleted, true);
    await acceptAnswer(asker.viewer.id, first, mine);
    await merge(first, second);
    expect(
      await db().notification.count({ where: { kind: 'answered', questionId: second, answerId: mine } }),
    ).toBe(1);
    const since = await answer(helper, second, 'Given after the merge.');
    await acceptAnswer(other.viewer.id, second, mine);
    expect((await merge(first, null, 'They differ in the version.')).ok).toBe(true);

    const [was, is] = [await findThread(first, asker.viewer.id), await findThread(second, null)];
    expect(was).toMatchObject({
      question: { answerCount: 1, hidden: null },
      answers: [{ id: mine, isAccepted: true }],
      comments: [{ id: said }],
    });
    expect(is).toMatchObject({
      question: { answerCount: 1 },
      answers: [{ id: since, isAccepted: false }],
      comments: [],
      merged: [],
    });
    expect(await db().answer.count({ where: { questionId: first } }), 'the deleted one, too').toBe(2);
    expect(await db().follow.count({ where: { questionId: second, userId: reader.viewer.id } })).toBe(0);
    expect(
      await db().notification.count({ where: { kind: 'answered', questionId: first, answerId: mine } }),
    ).toBe(1);
    expect(await findMergedInto(first)).toBeNull();
    const { lines } = await listAudit({ person: null, question: second });
    expect(lines.map(({ action, into }) => [action, into])).toEqual([
      ['unmerge', second],
      ['merge', second],
    ]);
    expect([await wrongCounts(), await torn()]).toEqual([[], []]);
    expect((await merge(first, second)).ok, 'and again').toBe(true);
    expect(await answersOf(second)).toEqual([mine, since]);
  });

  it('is refused when its author deleted it, since others’ answers would go with it', async () => {
    const { asker, other, merge } = await mergingPeople();
    const [first, second] = [await ask(asker), await ask(other)];
    await merge(first, second);
    expect((await setDeleted(asker.viewer.id, 'question', first, true)).ok).toBe(true);
    expect((await findThread(second, null))?.merged).toEqual([]);
    expect(codeOf(await merge(first, null))).toBe('author-deleted');
  });
});
