import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { decideCase } from '@/lib/moderation/decide-case';
import { listAudit } from '@/lib/moderation/list-audit';
import { setMerged } from '@/lib/moderation/set-merged';
import { acceptAnswer } from '@/lib/questions/accept-answer';
import { addComment } from '@/lib/questions/add-comment';
import { answerQuestion } from '@/lib/questions/answer-question';
import { setDeleted } from '@/lib/questions/set-deleted';
import { setVote } from '@/lib/questions/set-vote';
import { wrongCounts } from '@/tests/support/counts';
import { answersOf, mergedOf, mergingPeople, torn } from '@/tests/support/merging';
import { hideOf } from '@/tests/support/moderation';
import { codeOf, messageOf } from '@/tests/support/outcomes';
import { newModerator } from '@/tests/support/people';
import { pick } from '@/tests/support/pick';
import { answer, ask } from '@/tests/support/posts';
import { times } from '@/tests/support/times';
import { untilBlocked } from '@/tests/support/until-blocked';
import { withSite } from '@/tests/support/with-site';

withSite();

describe('merging at once', () => {
  it('into each other merges one way, never in a circle, and waits for nobody for ever', async () => {
    const { asker, other, helper, merge } = await mergingPeople();
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
    const { asker, other, merge } = await mergingPeople();
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
    const { asker, other, helper, reader } = await mergingPeople();
    const moderators = await Promise.all(times(3, newModerator));
    const people = [asker, other, helper, reader];
    const ring = await Promise.all(times(5, (at) => ask(people[at % 4] ?? asker)));
    const answers = await Promise.all(ring.map((id) => answer(helper, id)));
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
    const { asker, other, helper, reader, merge } = await mergingPeople();
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
