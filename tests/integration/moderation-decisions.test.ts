import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { decideCase } from '@/lib/moderation/decide-case';
import { flagPost } from '@/lib/moderation/flag-post';
import type { DecisionForm } from '@/lib/moderation/forms';
import { listAudit } from '@/lib/moderation/list-audit';
import { listCases } from '@/lib/moderation/list-cases';
import { setLocked } from '@/lib/moderation/set-locked';
import { acceptAnswer } from '@/lib/questions/accept-answer';
import { addComment } from '@/lib/questions/add-comment';
import { answerQuestion } from '@/lib/questions/answer-question';
import { editAnswer, editQuestion } from '@/lib/questions/edit-post';
import { findThread } from '@/lib/questions/find-thread';
import { listQuestions } from '@/lib/questions/list-questions';
import { setVote } from '@/lib/questions/set-vote';
import { wrongCounts } from '@/tests/support/counts';
import { flagOf, hideOf, toldTo } from '@/tests/support/moderation';
import { codeOf, messageOf } from '@/tests/support/outcomes';
import { newGuest, newMember, newModerator } from '@/tests/support/people';
import { answer, ask, comment, newQuestion } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';
import { times } from '@/tests/support/times';
import { untilBlocked } from '@/tests/support/until-blocked';

withSite();

const trailOf = async (questionId: number) =>
  (await listAudit({ person: null, question: questionId })).lines.map(({ action }) => action).toReversed();
const anySeen = 2_000_000_000;

describe('deciding', () => {
  it('is for moderators and admins alone', async () => {
    const id = await ask(await newMember());
    for (const role of ['learner', 'mentor'] as const) {
      const person = await newMember({ role });
      for (const form of [
        hideOf('question', id),
        { act: 'dismiss', kind: 'question', id, reason: '', seen: anySeen },
        { act: 'restore', kind: 'question', id, reason: '' },
        { act: 'approve', kind: 'question', id, reason: '' },
      ] satisfies DecisionForm[])
        expect(codeOf(await decideCase(person.viewer, form)), `${role} ${form.act}`).toBe('not-moderator');
      expect(codeOf(await setLocked(person.viewer, id, { isLocked: true, reason: 'No.' }))).toBe(
        'not-moderator',
      );
    }
    expect(codeOf(await decideCase((await newGuest()).viewer, hideOf('question', id)))).toBe('not-moderator');
    expect((await decideCase((await newMember({ role: 'admin' })).viewer, hideOf('question', id))).ok).toBe(
      true,
    );
  });

  it('on one’s own posts is left to another moderator; an admin may be the only one', async () => {
    const [moderator, admin] = [await newModerator(), await newMember({ role: 'admin' })];
    const own = await ask(moderator);
    expect(codeOf(await decideCase(moderator.viewer, hideOf('question', own)))).toBe('own-case');
    expect((await decideCase(admin.viewer, hideOf('question', await ask(admin)))).ok).toBe(true);
  });

  it('is done once by two moderators at once, and the second is told what the first did', async () => {
    const [first, second] = [await newModerator(), await newModerator()];
    const [asker, reader] = [await newMember(), await newMember()];
    const id = await ask(asker);
    await flagPost(reader, flagOf('question', id));
    const outcomes = await Promise.all(
      times(6, (at) =>
        at % 2 === 0
          ? decideCase(first.viewer, hideOf('question', id, 'It is an advertisement.'))
          : decideCase(second.viewer, {
              act: 'dismiss',
              kind: 'question',
              id,
              reason: 'All is well.',
              seen: anySeen,
            }),
      ),
    );
    const refused = outcomes.filter((outcome) => !outcome.ok);
    const told = await toldTo(reader);
    expect(told, 'one of the two was carried out').toHaveLength(1);
    const isHidden = told[0]?.includes('hid it');
    const [winner, words] = isHidden ? [first, 'It is an advertisement.'] : [second, 'All is well.'];
    const trail = await trailOf(id);
    // A moderator who dismissed first leaves a post that is shown, which the other may still hide.
    if (isHidden) {
      expect(trail).toEqual(['hide']);
      expect(refused.length).toBe(3);
      for (const outcome of refused) {
        expect(codeOf(outcome)).toBe('done-before');
        expect(messageOf(outcome)).toContain(`${winner.viewer.name} hid this`);
        expect(messageOf(outcome)).toContain(words);
      }
    } else expect(trail).toEqual(['dismiss', 'hide']);
    expect((await toldTo(asker)).length).toBe(1);
  });

  it('by two who hide at once is told to the author once', async () => {
    const moderators = await Promise.all(times(4, newModerator));
    const asker = await newMember();
    const id = await ask(asker);
    const outcomes = await Promise.all(
      moderators.map((moderator, at) =>
        decideCase(moderator.viewer, hideOf('question', id, `Reason ${at}.`)),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await trailOf(id)).toEqual(['hide']);
    expect(await toldTo(asker)).toHaveLength(1);
    const kept = await db().question.findUniqueOrThrow({ where: { id } });
    for (const outcome of outcomes)
      if (!outcome.ok) expect(messageOf(outcome)).toContain(`wrote: “${kept.hiddenWords}”`);
  });

  it('sent twice by the same hand is done once, and both are answered alike', async () => {
    const moderator = await newModerator();
    const id = await ask(await newMember());
    const outcomes = await Promise.all(times(3, () => decideCase(moderator.viewer, hideOf('question', id))));
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    expect(await trailOf(id)).toEqual(['hide']);
  });

  it('dismisses the reports that were seen, and leaves those that came since', async () => {
    const moderator = await newModerator();
    const id = await ask(await newMember());
    await flagPost(await newMember(), flagOf('question', id));
    const [seen] = await db().flag.findMany({ where: { questionId: id } });
    await flagPost(await newMember(), flagOf('question', id, { reason: 'private' }));
    const form = { act: 'dismiss', kind: 'question', id, reason: '', seen: seen?.id ?? 0 } as const;
    expect((await decideCase(moderator.viewer, form)).ok).toBe(true);
    expect(await db().flag.findMany({ where: { questionId: id, resolvedAt: null } })).toMatchObject([
      { reason: 'private' },
    ]);
  });

  it('agrees with a report and keeps the post, whose author is asked to change it', async () => {
    const moderator = await newModerator();
    const [asker, reader] = [await newMember(), await newMember()];
    const id = await ask(asker);
    await flagPost(reader, flagOf('question', id, { reason: 'wrong' }));
    const form = {
      act: 'uphold',
      kind: 'question',
      id,
      reason: 'Say which version.',
      seen: anySeen,
    } as const;
    expect((await decideCase(moderator.viewer, form)).ok).toBe(true);
    expect(await toldTo(asker)).toEqual([
      expect.stringContaining('asks you to change it: Say which version.'),
    ]);
    expect(await toldTo(reader)).toEqual([expect.stringContaining('asked its author to change it')]);
    expect((await findThread(id, null))?.question.hidden).toBeNull();
    expect(await db().flag.findFirst({ where: { questionId: id } })).toMatchObject({ resolution: 'upheld' });
  });
});

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

describe('the audit trail', () => {
  it('cannot be changed, cut or emptied', async () => {
    const id = await ask(await newMember());
    await decideCase((await newModerator()).viewer, hideOf('question', id));
    const stays = /The audit trail is not changed/;
    await expect(db().auditEntry.updateMany({ data: { reason: '' } })).rejects.toThrow(stays);
    await expect(db().auditEntry.deleteMany({})).rejects.toThrow(stays);
    await expect(db().$executeRaw`TRUNCATE "AuditEntry"`).rejects.toThrow(stays);
  });

  it('goes through everything once, newest first, and is filtered by person and question', async () => {
    const [moderator, other] = [await newModerator(), await newModerator()];
    const asker = await newMember();
    const ids = [await ask(asker), await ask(asker), await ask(asker)];
    for (const id of ids) await decideCase(moderator.viewer, hideOf('question', id));
    const [first = 0] = ids;
    await decideCase(other.viewer, { act: 'restore', kind: 'question', id: first, reason: 'A mistake.' });
    const seen: number[] = [];
    for (let before: number | null | undefined; before !== null;) {
      const page = await listAudit({ person: { id: asker.viewer.id }, question: null }, before ?? null, 2);
      seen.push(...page.lines.map(({ post }) => post?.id ?? 0));
      before = page.next;
    }
    expect(seen).toEqual([first, ...ids.toReversed()]);
    expect(await trailOf(first)).toEqual(['hide', 'restore']);
    const byOther = await listAudit({ person: { id: other.viewer.id }, question: null });
    expect(byOther.lines).toMatchObject([
      { action: 'restore', reason: 'A mistake.', actor: { name: other.viewer.name } },
    ]);
    const byName = await listAudit({ person: { name: other.viewer.name.toUpperCase() }, question: first });
    expect(byName.lines.map(({ action }) => action)).toContain('restore');
  });

  it('is written with what it tells, or neither is', async () => {
    const moderator = await newModerator();
    const asker = await newMember();
    const id = await ask(asker);
    await db()
      .$executeRaw`ALTER TABLE "AuditEntry" ADD CONSTRAINT never CHECK ("action" <> 'hide') NOT VALID`;
    await expect(decideCase(moderator.viewer, hideOf('question', id))).rejects.toThrow();
    await db().$executeRaw`ALTER TABLE "AuditEntry" DROP CONSTRAINT never`;
    expect((await findThread(id, null))?.question.hidden).toBeNull();
    expect(await toldTo(asker)).toEqual([]);
  });
});

describe('the queue', () => {
  it('shows every case once, the oldest first, by keyset, grouped by post', async () => {
    const moderator = await newModerator();
    const before = await listCases(null, 1000);
    const [asker, one, two] = [await newMember(), await newMember(), await newMember()];
    const ids = [await ask(asker), await ask(asker), await ask(asker), await ask(asker)];
    for (const id of ids) await flagPost(one, flagOf('question', id));
    const [first = 0, , , last = 0] = ids;
    await flagPost(two, flagOf('question', first, { reason: 'rude', words: 'The last line.' }));
    const seen: number[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = await listCases(after ?? null, 2);
      seen.push(...page.cases.map(({ id }) => id));
      after = page.next;
    }
    expect(seen.slice(before.cases.length)).toEqual(ids);
    const { cases, waiting } = await listCases(null, 1000);
    expect(waiting.reports).toBe(before.waiting.reports + 5);
    expect(waiting.reportedPosts).toBe(before.waiting.reportedPosts + 4);
    const grouped = cases.find(({ id, kind }) => id === first && kind === 'question');
    expect(grouped?.flags).toMatchObject([
      { reason: 'spam' },
      { reason: 'rude', words: 'The last line.', reporter: two.viewer.name },
    ]);
    expect(grouped).toMatchObject({
      author: {
        id: asker.viewer.id,
        posts: 4,
        hiddenPosts: 0,
        upheldFlags: 0,
        suspensions: 0,
        isGuest: false,
      },
    });
    await decideCase(moderator.viewer, hideOf('question', last));
    const next = (await listCases(null, 1000)).cases.find(
      ({ id, kind }) => id === first && kind === 'question',
    );
    expect(next?.author).toMatchObject({ hiddenPosts: 1, upheldFlags: 1 });
  });

  it('takes any place that an address may name', async () => {
    for (const after of ['', 'x', '1', '1.2', '-1.0.1', '1e99.0.1', '0.0.99999999999', '9.9.9', "1.0.1'--"])
      expect((await listCases(after, 5)).cases.length, after).toBeGreaterThan(0);
  });
});
