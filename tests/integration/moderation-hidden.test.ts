import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decideCase } from '@/lib/moderation/decide-case';
import { listCases } from '@/lib/moderation/list-cases';
import { acceptAnswer } from '@/lib/questions/accept-answer';
import { addComment } from '@/lib/questions/add-comment';
import { answerQuestion } from '@/lib/questions/answer-question';
import { editAnswer } from '@/lib/questions/edit-post';
import { findThread } from '@/lib/questions/find-thread';
import { listQuestions } from '@/lib/questions/list-questions';
import { setVote } from '@/lib/questions/set-vote';
import { wrongCounts } from '@/tests/support/counts';
import { hideOf, toldTo, trailOf } from '@/tests/support/moderation';
import { codeOf } from '@/tests/support/outcomes';
import { newMember, newModerator } from '@/tests/support/people';
import { answer, ask, comment } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

describe('what a moderator hid', () => {
  it('is there for its author, who is told why, and for nobody else', async () => {
    const moderator = await newModerator();
    const [asker, helper] = [await newMember(), await newMember()];
    const id = await ask(asker);
    const given = await answer(helper, id);
    const said = await comment(helper, id);
    await decideCase(moderator.viewer, hideOf('answer', given, 'It copies a book.'));
    await decideCase(moderator.viewer, hideOf('comment', said, 'Off topic.'));
    const forOthers = await findThread(id, asker.viewer.id);
    expect(forOthers).toMatchObject({ answers: [], comments: [], question: { answerCount: 0 } });
    expect(await findThread(id, helper.viewer.id)).toMatchObject({
      answers: [{ id: given, hidden: { because: 'moderated', words: 'It copies a book.' } }],
      comments: [{ id: said, hidden: { because: 'moderated', words: 'Off topic.' } }],
    });
    expect(await wrongCounts()).toEqual([]);
    expect(await toldTo(helper)).toEqual([
      'moderated: A moderator hid your answer: It copies a book.',
      'moderated: A moderator hid your comment: Off topic.',
    ]);
    await decideCase(moderator.viewer, hideOf('question', id, 'It asks nothing.'));
    expect(await findThread(id, helper.viewer.id)).toBeNull();
    expect(await findThread(id, moderator.viewer.id)).toBeNull();
    expect((await findThread(id, asker.viewer.id))?.question.hidden).toEqual({
      because: 'moderated',
      words: 'It asks nothing.',
    });
    const mine = await listQuestions({ tab: 'mine', viewerId: asker.viewer.id, lessons: null });
    expect(mine.questions).toMatchObject([{ id, hidden: 'moderated' }]);
    const all = await listQuestions({ tab: 'newest', viewerId: asker.viewer.id, lessons: null, limit: 100 });
    expect(all.questions.map((question) => question.id)).not.toContain(id);
  });

  it('takes no votes, answers, comments or acceptance, and comes back whole', async () => {
    const moderator = await newModerator();
    const [asker, helper] = [await newMember(), await newMember()];
    const id = await ask(asker);
    const given = await answer(helper, id);
    await setVote(helper, 'question', id, true);
    await decideCase(moderator.viewer, hideOf('answer', given));
    expect(codeOf(await setVote(asker, 'answer', given, true))).toBe('deleted');
    expect(codeOf(await acceptAnswer(asker.viewer.id, id, given))).toBe('deleted');
    const onAnswer = { answer: given, body: 'Hm.', submission: randomUUID() };
    expect(codeOf(await addComment(asker, id, onAnswer))).toBe('deleted');
    await decideCase(moderator.viewer, hideOf('question', id));
    expect(codeOf(await setVote(helper, 'question', id, false))).toBe('deleted');
    expect(codeOf(await answerQuestion(helper, id, { body: 'x', submission: randomUUID() }))).toBe('deleted');
    for (const [kind, of] of [
      ['answer', given],
      ['question', id],
    ] as const)
      expect((await decideCase(moderator.viewer, { act: 'restore', kind, id: of, reason: '' })).ok).toBe(
        true,
      );
    expect(await findThread(id, null)).toMatchObject({
      question: { votes: 1, answerCount: 1, hidden: null },
      answers: [{ id: given, hidden: null }],
    });
    expect((await setVote(asker, 'answer', given, true)).ok).toBe(true);
    expect(await wrongCounts()).toEqual([]);
    expect(await toldTo(asker)).toContain('moderated: A moderator shows your question again.');
    const form = { act: 'restore', kind: 'answer', id: given, reason: '' } as const;
    expect(codeOf(await decideCase((await newModerator()).viewer, form))).toBe('done-before');
  });

  it('may be changed by its author, and is then looked at again', async () => {
    const moderator = await newModerator();
    const helper = await newMember();
    const id = await ask(await newMember());
    const given = await answer(helper, id, 'Call me names.');
    await decideCase(moderator.viewer, hideOf('answer', given, 'It is rude.'));
    expect((await editAnswer(helper, given, { body: 'The balancer retries.', version: 1 })).ok).toBe(true);
    expect(await findThread(id, null)).toMatchObject({ answers: [] });
    const { cases } = await listCases(null, 100);
    const waiting = cases.find((one) => one.kind === 'answer' && one.id === given);
    expect(waiting?.hidden).toEqual({
      because: 'held',
      words: 'a moderator hid it (“It is rude.”), and you changed it since',
    });
    expect(
      (await decideCase(moderator.viewer, { act: 'approve', kind: 'answer', id: given, reason: '' })).ok,
    ).toBe(true);
    expect(await findThread(id, null)).toMatchObject({
      answers: [{ id: given }],
      question: { answerCount: 1 },
    });
    expect(await trailOf(id)).toEqual(['hide', 'approve']);
  });
});
