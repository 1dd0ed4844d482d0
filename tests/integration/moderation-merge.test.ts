import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { decideCase } from '@/lib/moderation/decide-case';
import { flagPost } from '@/lib/moderation/flag-post';
import { listMergeCandidates } from '@/lib/moderation/list-merge-candidates';
import { setMerged } from '@/lib/moderation/set-merged';
import { acceptAnswer } from '@/lib/questions/accept-answer';
import { answerQuestion } from '@/lib/questions/answer-question';
import { editQuestion } from '@/lib/questions/edit-post';
import { findMergedInto } from '@/lib/questions/find-merged-into';
import { findThread } from '@/lib/questions/find-thread';
import { listQuestions } from '@/lib/questions/list-questions';
import { searchQuestions } from '@/lib/questions/search-questions';
import { setDeleted } from '@/lib/questions/set-deleted';
import { setVote } from '@/lib/questions/set-vote';
import { wrongCounts } from '@/tests/support/counts';
import { mergingPeople, torn } from '@/tests/support/merging';
import { flagOf, hideOf, toldTo } from '@/tests/support/moderation';
import { codeOf, valueOf } from '@/tests/support/outcomes';
import { newMember } from '@/tests/support/people';
import { answer, ask, comment, newQuestion } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

describe('a merged question', () => {
  it('leads to the other one, which has its answers with their comments and votes, and its followers', async () => {
    const { moderator, asker, other, helper, reader, merge } = await mergingPeople();
    const [first, second] = [
      await ask(asker, { title: 'Why is it the balancer that answers 502?' }),
      await ask(other),
    ];
    const [here, there] = [await answer(helper, first), await answer(helper, second)];
    const [onAnswer, onQuestion] = [
      await comment(reader, first, here),
      await comment(reader, first, null, 'Same here.'),
    ];
    await setVote(reader, 'answer', here, true);
    await setVote(reader, 'question', first, true);
    await acceptAnswer(asker.viewer.id, first, here);
    await acceptAnswer(other.viewer.id, second, there);
    await db().follow.deleteMany({ where: { questionId: { in: [first, second] } } });
    await db().follow.createMany({
      data: [
        { userId: asker.viewer.id, questionId: first },
        { userId: reader.viewer.id, questionId: first, isFollowing: false },
        { userId: helper.viewer.id, questionId: first },
        { userId: helper.viewer.id, questionId: second, isFollowing: false },
      ],
    });
    expect(valueOf(await merge(first, second))).toEqual({
      href: expect.stringMatching(new RegExp(`^/questions/${second}-`)),
    });

    const thread = await findThread(second, null);
    expect(thread?.answers.map(({ id, isAccepted, votes }) => [id, isAccepted, votes])).toEqual([
      [there, true, 0],
      [here, false, 1],
    ]);
    expect(thread?.question).toMatchObject({ answerCount: 2, votes: 0 });
    expect(thread?.comments.map(({ id }) => id)).toEqual([onAnswer]);
    expect(thread?.merged).toMatchObject([
      { id: first, title: 'Why is it the balancer that answers 502?', comments: [{ id: onQuestion }] },
    ]);
    expect(thread?.merged[0]?.html).toContain('<em>answers</em>');
    expect(await findMergedInto(first)).toMatch(new RegExp(`^/questions/${second}-`));
    for (const viewer of [null, asker.viewer.id, moderator.viewer.id])
      expect(await findThread(first, viewer)).toBeNull();
    const following = await db().follow.findMany({ where: { questionId: second, isFollowing: true } });
    expect(following.map(({ userId }) => userId)).toEqual([asker.viewer.id]);
    expect(await toldTo(asker)).toContain(
      `moderated: A moderator merged your question into “${newQuestion().title}”: It asks the same.`,
    );
    expect([await wrongCounts(), await torn()]).toEqual([[], []]);
  });

  it('is in no list and no search, takes nothing, and is still among one’s own', async () => {
    const { moderator, asker, other, helper, reader, merge } = await mergingPeople();
    const [first, second] = [
      await ask(asker, { title: 'Is a xylophone a balancer for tones?' }),
      await ask(other),
    ];
    await merge(first, second);
    expect((await searchQuestions('xylophone')).found).toEqual([]);
    const lists = await Promise.all(
      (['newest', 'unanswered', 'helpful'] as const).map((tab) =>
        listQuestions({ tab, viewerId: null, lessons: null, limit: 100 }),
      ),
    );
    expect(lists.flatMap(({ questions }) => questions.map(({ id }) => id))).not.toContain(first);
    const mine = await listQuestions({
      tab: 'mine',
      viewerId: asker.viewer.id,
      lessons: null,
      limit: 100,
    });
    expect(mine.questions.find(({ id }) => id === first)?.hidden).toBe('merged');
    expect(codeOf(await answerQuestion(helper, first, { body: 'x', submission: randomUUID() }))).toBe(
      'deleted',
    );
    expect(codeOf(await setVote(helper, 'question', first, true))).toBe('deleted');
    expect(
      codeOf(await editQuestion(asker, first, { title: newQuestion().title, body: 'x', version: 1 })),
    ).toBe('deleted');
    expect(codeOf(await flagPost(reader, flagOf('question', first)))).toBe('not-shown');
    expect(codeOf(await decideCase(moderator.viewer, hideOf('question', first)))).toBe('done-before');
    expect(codeOf(await setDeleted(other.viewer.id, 'question', second, true)), 'with the other in it').toBe(
      'answered',
    );
  });

  it('closes the reports that called it a duplicate, and tells those who did', async () => {
    const { asker, other, merge } = await mergingPeople();
    const [first, second] = [await ask(asker), await ask(other)];
    const reporter = await newMember();
    await flagPost(reporter, flagOf('question', first, { reason: 'duplicate' }));
    await merge(first, second);
    expect(await toldTo(reporter)).toEqual([
      'flagResolved: A moderator agreed about the question that you reported, and merged it into another one.',
    ]);
  });

  it('needs two different questions that are shown, and a moderator', async () => {
    const { asker, other, reader, merge } = await mergingPeople();
    const [first, second] = [await ask(asker), await ask(other)];
    expect(codeOf(await setMerged(reader.viewer, first, { into: second, reason: 'Why not.' }))).toBe(
      'not-moderator',
    );
    expect(codeOf(await merge(first, first))).toBe('same-question');
    expect(codeOf(await merge(first, 999_999))).toBe('missing');
    expect(codeOf(await merge(999_999, first))).toBe('missing');
    expect(codeOf(await merge(first, null)), 'not merged').toBe('done-before');
    await setDeleted(other.viewer.id, 'question', second, true);
    expect(codeOf(await merge(first, second))).toBe('not-mergeable');
    expect(codeOf(await merge(second, first))).toBe('not-mergeable');
  });

  it('is found by the search that askers see', async () => {
    const { moderator, asker, other, reader } = await mergingPeople();
    const [first, second] = [
      await ask(asker, { title: 'Does a kangaroo balancer jump between servers?' }),
      await ask(other, { title: 'Why does my kangaroo balancer jump so often?' }),
    ];
    const found = valueOf(await listMergeCandidates(moderator.viewer, first)).questions.map(({ id }) => id);
    expect(found).toContain(second);
    expect(found).not.toContain(first);
    expect(codeOf(await listMergeCandidates(reader.viewer, first))).toBe('not-moderator');
  });
});
