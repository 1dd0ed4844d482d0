import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { decideCase } from '@/lib/moderation/decide-case';
import { flagPost } from '@/lib/moderation/flag-post';
import { listAudit } from '@/lib/moderation/list-audit';
import { listMergeCandidates } from '@/lib/moderation/list-merge-candidates';
import { setMerged } from '@/lib/moderation/set-merged';
import { acceptAnswer } from '@/lib/questions/accept-answer';
import { addComment } from '@/lib/questions/add-comment';
import { answerQuestion } from '@/lib/questions/answer-question';
import { editQuestion } from '@/lib/questions/edit-post';
import { findMergedInto } from '@/lib/questions/find-merged-into';
import { findThread } from '@/lib/questions/find-thread';
import { listQuestions } from '@/lib/questions/list-questions';
import { searchQuestions } from '@/lib/questions/search-questions';
import { setDeleted } from '@/lib/questions/set-deleted';
import { setVote } from '@/lib/questions/set-vote';
import { wrongCounts } from '@/tests/support/counts';
import { flagOf, hideOf, toldTo } from '@/tests/support/moderation';
import { codeOf, messageOf, valueOf } from '@/tests/support/outcomes';
import { newMember, newModerator } from '@/tests/support/people';
import { answer, ask, comment, newQuestion } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';
import { times } from '@/tests/support/times';
import { untilBlocked } from '@/tests/support/until-blocked';

withSite();
let moderator: Awaited<ReturnType<typeof newModerator>>;
type Member = Awaited<ReturnType<typeof newMember>>;
let asker: Member;
let other: Member;
let helper: Member;
let reader: Member;
beforeAll(async () => {
  moderator = await newModerator();
});
/** New people for every promise, so that limits stay out of the way. */
beforeEach(async () => {
  [asker, other, helper, reader] = await Promise.all([newMember(), newMember(), newMember(), newMember()]);
});

const merge = (from: number, into: number | null, reason = 'It asks the same.') =>
  setMerged(moderator.viewer, from, { into, reason });
const answersOf = async (id: number) => (await findThread(id, null))?.answers.map((one) => one.id) ?? null;
const mergedOf = (id: number) =>
  db()
    .question.findUniqueOrThrow({ where: { id }, select: { mergedIntoId: true } })
    .then((row) => row.mergedIntoId);
/** An answer and its comments stand in the same thread, and what is accepted stands in its own. */
const torn = () => db().$queryRaw<unknown[]>`
  SELECT c."id" FROM "Comment" c JOIN "Answer" a ON a."id" = c."answerId" WHERE a."questionId" <> c."questionId"
  UNION ALL SELECT q."id" FROM "Question" q JOIN "Answer" a ON a."id" = q."acceptedAnswerId" WHERE a."questionId" <> q."id"
  UNION ALL SELECT q."id" FROM "Question" q JOIN "Question" t ON t."id" = q."mergedIntoId" WHERE t."mergedIntoId" IS NOT NULL`;

describe('a merged question', () => {
  it('leads to the other one, which has its answers with their comments and votes, and its followers', async () => {
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
    const [first, second] = [await ask(asker), await ask(other)];
    const reporter = await newMember();
    await flagPost(reporter, flagOf('question', first, { reason: 'duplicate' }));
    await merge(first, second);
    expect(await toldTo(reporter)).toEqual([
      'flagResolved: A moderator agreed about the question that you reported, and merged it into another one.',
    ]);
  });

  it('needs two different questions that are shown, and a moderator', async () => {
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

describe('chains and circles', () => {
  it('are collapsed, and refused', async () => {
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
    const [first, second] = [await ask(asker), await ask(other)];
    await merge(first, second);
    expect((await setDeleted(asker.viewer.id, 'question', first, true)).ok).toBe(true);
    expect((await findThread(second, null))?.merged).toEqual([]);
    expect(codeOf(await merge(first, null))).toBe('author-deleted');
  });
});

describe('merging at once', () => {
  it('into each other merges one way, never in a circle, and waits for nobody for ever', async () => {
    const second = await newModerator();
    for (let round = 0; round < 8; round += 1) {
      const [a, b] = [await ask(asker), await ask(other)];
      const given = [await answer(helper, a), await answer(helper, b)];
      const outcomes = await Promise.all([
        merge(a, b),
        setMerged(second.viewer, b, { into: a, reason: 'The other way.' }),
      ]);
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
      expect(['circle', 'done-before', 'not-mergeable']).toContain(outcomes.map(codeOf).find(Boolean));
      const [intoOfA, intoOfB] = [await mergedOf(a), await mergedOf(b)];
      expect([intoOfA, intoOfB].filter((into) => into !== null)).toHaveLength(1);
      expect(await answersOf(intoOfA ?? intoOfB ?? 0)).toEqual(given);
    }
    expect([await wrongCounts(), await torn()]).toEqual([[], []]);
  });

  it('twice is done once, and the second moderator is told', async () => {
    const second = await newModerator();
    const [a, b, c] = [await ask(asker), await ask(other), await ask(other)];
    const outcomes = await Promise.all([
      merge(a, b),
      setMerged(second.viewer, a, { into: c, reason: 'Into the other.' }),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.map(messageOf).join('')).toContain('merged this question in the meantime');
    const { lines } = await listAudit({ person: null, question: a });
    expect(lines).toHaveLength(1);
  });

  it('in a ring, with answers, comments, votes, acceptances and deletions under way, tears nothing and loses nothing', async () => {
    const moderators = await Promise.all(times(3, newModerator));
    const people = [asker, other, helper, reader];
    const ring = await Promise.all(times(5, (at) => ask(people[at % 4] ?? asker)));
    const answers = await Promise.all(ring.map((id) => answer(helper, id)));
    const pick = <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(Math.random() * items.length)];
      if (item === undefined) throw new Error('Nothing to pick from.');
      return item;
    };
    let posted = answers.length;
    const step = async (at: number) => {
      const by = pick(moderators).viewer;
      await pick([
        () => setMerged(by, pick(ring), { into: pick(ring), reason: `Merge ${at}.` }),
        () => setMerged(by, pick(ring), { into: null, reason: `Apart ${at}.` }),
        async () => {
          const given = await answerQuestion(pick(people), pick(ring), {
            body: 'More.',
            submission: randomUUID(),
          });
          if (given.ok) posted += 1;
        },
        () => acceptAnswer(pick(people).viewer.id, pick(ring), pick(answers)),
        () => setVote(reader, 'answer', pick(answers), at % 2 === 0),
        () => setDeleted(helper.viewer.id, 'answer', pick(answers), at % 2 === 0),
        () => decideCase(by, hideOf('answer', pick(answers), `Hidden ${at}.`)),
        () => decideCase(by, { act: 'restore', kind: 'answer', id: pick(answers), reason: '' }),
      ])();
    };
    await Promise.all(
      times(6, async (worker) => {
        for (let at = 0; at < 25; at += 1) await step(worker * 100 + at);
      }),
    );
    expect([await wrongCounts(), await torn()]).toEqual([[], []]);
    expect(await db().answer.count({ where: { questionId: { in: ring } } })).toBe(posted);
  });

  it('refuses an acceptance and a comment that waited while an answer was taken away', async () => {
    const [a, b] = [await ask(asker), await ask(other)];
    const given = await answer(helper, a);
    await merge(a, b);
    const said = { answer: given, body: 'Just now.', submission: randomUUID() };
    const { waiting } = await db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Question" WHERE "id" = ANY(${[a, b]}::int[]) ORDER BY "id" FOR NO KEY UPDATE`;
      const arrivals = [acceptAnswer(other.viewer.id, b, given), addComment(reader, b, said)];
      await untilBlocked(arrivals.length);
      await tx.$executeRaw`UPDATE "Answer" SET "questionId" = ${a} WHERE "id" = ${given}`;
      return { waiting: Promise.all(arrivals) };
    });
    expect((await waiting).map(codeOf)).toEqual(['missing', 'deleted']);
    expect(await torn()).toEqual([]);
  });
});
