import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { acceptAnswer } from '@/lib/questions/accept-answer';
import { answerQuestion } from '@/lib/questions/answer-question';
import { askQuestion } from '@/lib/questions/ask-question';
import { findThread } from '@/lib/questions/find-thread';
import { AskForm } from '@/lib/questions/forms';
import { limitOf } from '@/lib/questions/limits';
import { setDeleted } from '@/lib/questions/set-deleted';
import { setVote } from '@/lib/questions/set-vote';
import { wrongCounts } from '@/tests/support/counts';
import { codeOf, valueOf } from '@/tests/support/outcomes';
import { newGuest } from '@/tests/support/people';
import { answer, ask, newQuestion } from '@/tests/support/posts';
import { times } from '@/tests/support/times';
import { withSite } from '@/tests/support/with-site';

withSite();

describe('asking and answering', () => {
  it('make one question and one answer of a form that arrives twice at once', async () => {
    const [asker, other] = [await newGuest(), await newGuest()];
    const form = newQuestion();
    const asked = await Promise.all(times(4, () => askQuestion(asker, form)));
    const ids = new Set(asked.map((outcome) => valueOf(outcome).id));
    expect(ids.size).toBe(1);
    expect(await db().question.count({ where: { submission: form.submission } })).toBe(1);
    const [id = 0] = ids;
    const reply = { body: 'Once.', submission: randomUUID() };
    const replies = await Promise.all(times(4, () => answerQuestion(other, id, reply)));
    expect(new Set(replies.map((outcome) => valueOf(outcome).id)).size).toBe(1);
    expect((await findThread(id, null))?.answers).toHaveLength(1);
    expect(await wrongCounts()).toEqual([]);
  });

  it('refuse a form that was sent before with other words, rather than lose either', async () => {
    const asker = await newGuest();
    const form = newQuestion();
    await askQuestion(asker, form);
    expect(codeOf(await askQuestion(asker, { ...form, body: 'Other words.' }))).toBe('other-words');
    const other = await newGuest();
    expect((await askQuestion(other, form)).ok).toBe(true);
  });

  it('need a lesson that is published and a question that is shown', async () => {
    const actor = await newGuest();
    expect(codeOf(await askQuestion(actor, newQuestion({ lesson: 'no-such-lesson' })))).toBe(
      'unknown-lesson',
    );
    const id = await ask(actor);
    await setDeleted(actor.viewer.id, 'question', id, true);
    const reply = { body: 'Too late.', submission: randomUUID() };
    expect(codeOf(await answerQuestion(actor, id, reply))).toBe('deleted');
  });

  it('are limited, stricter for newcomers, in words that say when to come back', async () => {
    const actor = await newGuest();
    const { max } = limitOf('ask', 'newcomer');
    for (let at = 0; at < max; at += 1) await ask(actor);
    const refused = await askQuestion(actor, newQuestion());
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'too-many-requests',
        message: expect.stringMatching(/new account.*try again in \d+ min/),
      },
    });
    await db().user.update({
      where: { id: actor.viewer.id },
      data: { isGuest: false, createdAt: new Date(Date.now() - 3 * 24 * 60 * 60 * 1000) },
    });
    await ask({ ...actor, viewer: { ...actor.viewer, isGuest: false } });
  });

  it('keep titles and texts within bounds that the database can hold', () => {
    const isGood = (change: object) => AskForm.safeParse({ ...newQuestion(), ...change }).success;
    expect(isGood({})).toBe(true);
    expect(isGood({ body: '' })).toBe(true);
    for (const wrong of [
      { title: 'short' },
      { title: 'x'.repeat(151) },
      { title: `${' '.repeat(30)}a` },
      { body: 'x'.repeat(20_001) },
      { body: 'a\0b' },
      { body: '\ud800' },
      { submission: 'mine' },
      { lesson: '../x' },
      { authorId: randomUUID() },
    ])
      expect(isGood(wrong)).toBe(false);
  });
});

describe('accepting', () => {
  it('accepts one answer, whoever of two clicks is first, and twice the same is once', async () => {
    const [asker, other] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    const [first, second] = [await answer(other, id), await answer(other, id)];
    const outcomes = await Promise.all(
      times(20, (at) => acceptAnswer(asker.viewer.id, id, at % 2 === 0 ? first : second)),
    );
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    const accepted = (await findThread(id, null))?.answers.filter((given) => given.isAccepted);
    expect(accepted).toHaveLength(1);
    await acceptAnswer(asker.viewer.id, id, null);
    expect((await findThread(id, null))?.answers.some((given) => given.isAccepted)).toBe(false);
  });

  it('is the asker’s alone, and for answers of that question that are shown', async () => {
    const [asker, other] = [await newGuest(), await newGuest()];
    const [id, elsewhere] = [await ask(asker), await ask(asker)];
    const [here, there] = [await answer(other, id), await answer(other, elsewhere)];
    expect(codeOf(await acceptAnswer(other.viewer.id, id, here))).toBe('not-asker');
    expect(codeOf(await acceptAnswer(asker.viewer.id, id, there))).toBe('missing');
    await setDeleted(other.viewer.id, 'answer', here, true);
    expect(codeOf(await acceptAnswer(asker.viewer.id, id, here))).toBe('deleted');
    expect(codeOf(await acceptAnswer(asker.viewer.id, 999_999, here))).toBe('missing');
  });
});

describe('a thread', () => {
  it('shows the accepted answer first, then by votes, then the older, and pages through all of them once', async () => {
    const [asker, other] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    const answers: number[] = [];
    for (let at = 0; at < 7; at += 1) answers.push(await answer(asker, id, `Answer ${at}`));
    const [, , , popular = 0, , accepted = 0] = answers;
    await setVote(other, 'answer', popular, true);
    await acceptAnswer(asker.viewer.id, id, accepted);
    const rest = answers.filter((one) => one !== popular && one !== accepted);
    const seen: number[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = await findThread(id, null, { after: after ?? null, limit: 3 });
      seen.push(...(page?.answers.map((one) => one.id) ?? []));
      after = page?.next ?? null;
    }
    expect(seen).toEqual([accepted, popular, ...rest]);
  });
});
