import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { setLocked } from '@/lib/moderation/set-locked';
import { acceptAnswer } from '@/lib/questions/accept-answer';
import { addComment } from '@/lib/questions/add-comment';
import { answerQuestion } from '@/lib/questions/answer-question';
import { editAnswer, editQuestion } from '@/lib/questions/edit-post';
import { findThread } from '@/lib/questions/find-thread';
import { setVote } from '@/lib/questions/set-vote';
import { toldTo, trailOf } from '@/tests/support/moderation';
import { codeOf, messageOf } from '@/tests/support/outcomes';
import { newMember, newModerator } from '@/tests/support/people';
import { answer, ask, newQuestion } from '@/tests/support/posts';
import { times } from '@/tests/support/times';
import { untilBlocked } from '@/tests/support/until-blocked';
import { withSite } from '@/tests/support/with-site';

withSite();

describe('a locked thread', () => {
  const lock = { isLocked: true, reason: 'It goes in circles.' } as const;

  it('takes votes, and no answers, comments, edits or acceptance', async () => {
    const moderator = await newModerator();
    const [asker, helper] = [await newMember(), await newMember()];
    const id = await ask(asker);
    const given = await answer(helper, id);
    expect((await setLocked(moderator.viewer, id, lock)).ok).toBe(true);
    expect((await findThread(id, null))?.question.locked).toEqual({ because: 'It goes in circles.' });
    const text = { body: 'One more.', submission: randomUUID() };
    const edit = { title: newQuestion().title, body: 'Changed.', version: 1 };
    const refused = [
      await answerQuestion(helper, id, text),
      await addComment(helper, id, { ...text, answer: null }),
      await addComment(helper, id, { ...text, answer: given }),
      await editQuestion(asker, id, edit),
      await editAnswer(helper, given, { body: 'Changed.', version: 1 }),
      await acceptAnswer(asker.viewer.id, id, given),
    ];
    expect(refused.map(codeOf)).toEqual(times(6, () => 'locked'));
    expect((await setVote(helper, 'question', id, true)).ok).toBe(true);
    expect((await setVote(asker, 'answer', given, true)).ok).toBe(true);
    expect(await toldTo(asker)).toEqual([
      'moderated: A moderator locked the thread of your question: It goes in circles.',
    ]);
    expect((await setLocked(moderator.viewer, id, { isLocked: false, reason: '' })).ok).toBe(true);
    expect((await answerQuestion(helper, id, text)).ok).toBe(true);
    expect((await acceptAnswer(asker.viewer.id, id, given)).ok).toBe(true);
    expect(await trailOf(id)).toEqual(['lock', 'unlock']);
  });

  it('has no answer, comment, edit or acceptance that came after the lock, in any race', async () => {
    const moderator = await newModerator();
    const [asker, helper] = [await newMember(), await newMember()];
    for (let round = 0; round < 5; round += 1) {
      const id = await ask(asker);
      const given = await answer(helper, id);
      const outcomes = await Promise.all([
        ...times(4, () => answerQuestion(helper, id, { body: 'Just now.', submission: randomUUID() })),
        setLocked(moderator.viewer, id, lock),
        ...times(3, () =>
          addComment(helper, id, { answer: null, body: 'Just now.', submission: randomUUID() }),
        ),
        editAnswer(helper, given, { body: 'Just now.', version: 1 }),
        acceptAnswer(asker.viewer.id, id, given),
      ]);
      expect(outcomes.map(codeOf).filter((code) => code !== undefined && code !== 'locked')).toEqual([]);
      const accepted = outcomes.slice(0, 4).filter((outcome) => outcome.ok).length;
      expect(await db().answer.count({ where: { questionId: id } })).toBe(1 + accepted);
      expect(codeOf(await answerQuestion(helper, id, { body: 'x', submission: randomUUID() }))).toBe(
        'locked',
      );
    }
  });

  it('refuses what waited while the lock was being set', async () => {
    const [asker, helper] = [await newMember(), await newMember()];
    const id = await ask(asker);
    const given = await answer(helper, id);
    const text = { body: 'Just now.', submission: randomUUID() };
    const { waiting } = await db().$transaction(async (tx) => {
      await tx.$executeRaw`UPDATE "Question" SET "lockedAt" = now(), "lockedBecause" = 'Now.' WHERE "id" = ${id}`;
      const arrivals = [
        answerQuestion(helper, id, text),
        addComment(helper, id, { ...text, answer: given }),
        editAnswer(helper, given, { body: 'Just now.', version: 1 }),
        editQuestion(asker, id, { title: newQuestion().title, body: 'Just now.', version: 1 }),
        acceptAnswer(asker.viewer.id, id, given),
      ];
      await untilBlocked(arrivals.length);
      return { waiting: Promise.all(arrivals) };
    });
    expect((await waiting).map(codeOf)).toEqual(times(5, () => 'locked'));
  });

  it('is locked once by two at once, and the second is told', async () => {
    const [first, second] = [await newModerator(), await newModerator()];
    const id = await ask(await newMember());
    const outcomes = await Promise.all(
      [first, second].map((one, at) =>
        setLocked(one.viewer, id, { isLocked: true, reason: `Reason ${at}.` }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.map(messageOf).join(' ')).toMatch(
      /locked this thread in the meantime and wrote: “Reason/,
    );
    expect(await trailOf(id)).toEqual(['lock']);
  });
});
