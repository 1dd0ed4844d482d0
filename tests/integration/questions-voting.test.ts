import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { acceptAnswer } from '@/lib/questions/accept-answer';
import { answerQuestion } from '@/lib/questions/answer-question';
import { findThread } from '@/lib/questions/find-thread';
import { setDeleted } from '@/lib/questions/set-deleted';
import { setVote } from '@/lib/questions/set-vote';
import { wrongCounts } from '@/tests/support/counts';
import { codeOf } from '@/tests/support/outcomes';
import { newGuest } from '@/tests/support/people';
import { pick } from '@/tests/support/pick';
import { answer, ask } from '@/tests/support/posts';
import { times } from '@/tests/support/times';
import { withSite } from '@/tests/support/with-site';

withSite();

describe('a vote', () => {
  it('is one under 200 clicks at once, and none under 200 clicks that take it back', async () => {
    const [asker, voter] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    const answers = await Promise.all(times(200, () => setVote(voter, 'question', id, true)));
    expect(answers.every((given) => given.ok && given.value.votes === 1 && given.value.isUp)).toBe(true);
    expect(await db().questionVote.count({ where: { questionId: id } })).toBe(1);
    expect((await db().question.findUniqueOrThrow({ where: { id } })).votes).toBe(1);
    await Promise.all(times(50, () => setVote(voter, 'question', id, false)));
    expect((await db().question.findUniqueOrThrow({ where: { id } })).votes).toBe(0);
    expect(await wrongCounts()).toEqual([]);
  });

  it('counts every person once when many vote at once', async () => {
    const asker = await newGuest();
    const id = await ask(asker);
    const answerId = await answer(asker, id);
    const people = await Promise.all(times(20, newGuest));
    await Promise.all(people.flatMap((person) => times(5, () => setVote(person, 'answer', answerId, true))));
    expect((await db().answer.findUniqueOrThrow({ where: { id: answerId } })).votes).toBe(20);
    expect(await wrongCounts()).toEqual([]);
  });

  it('never goes to one’s own words, to what is deleted, or to what is not there', async () => {
    const [asker, other] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    const answerId = await answer(other, id);
    expect(codeOf(await setVote(asker, 'question', id, true))).toBe('own-post');
    expect(codeOf(await setVote(other, 'answer', answerId, true))).toBe('own-post');
    expect(codeOf(await setVote(other, 'question', 999_999, true))).toBe('missing');
    await setDeleted(other.viewer.id, 'answer', answerId, true);
    expect(codeOf(await setVote(asker, 'answer', answerId, true))).toBe('deleted');
    await setDeleted(asker.viewer.id, 'question', id, true);
    expect(codeOf(await setVote(other, 'question', id, true))).toBe('deleted');
    expect(codeOf(await setVote(other, 'question', id, false))).toBe('deleted');
    expect(await wrongCounts()).toEqual([]);
  });

  it('goes with the account that cast it, and the count with it', async () => {
    const [asker, voter] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    await setVote(voter, 'question', id, true);
    await db().user.delete({ where: { id: voter.viewer.id } });
    expect((await db().question.findUniqueOrThrow({ where: { id } })).votes).toBe(0);
    await db().user.delete({ where: { id: asker.viewer.id } });
    expect((await findThread(id, null))?.question).toMatchObject({ author: null, votes: 0 });
  });
});

describe('counts', () => {
  it('equal their rows after votes, answers, deletions and acceptances in any order', async () => {
    const people = await Promise.all(times(6, newGuest));
    const questions = await Promise.all(people.slice(0, 3).map((person) => ask(person)));
    const answers = await Promise.all(
      people.map(async (person, at) => ({ person, id: await answer(person, questions[at % 3] ?? 0) })),
    );
    const step = async () => {
      const person = pick(people);
      const isOn = Math.random() < 0.5;
      const given = pick(answers);
      await pick([
        () => setVote(person, 'question', pick(questions), isOn),
        () => setVote(person, 'answer', given.id, isOn),
        () => setDeleted(given.person.viewer.id, 'answer', given.id, isOn),
        () => setDeleted(person.viewer.id, 'question', pick(questions), isOn),
        () => acceptAnswer(person.viewer.id, pick(questions), given.id),
        () => answerQuestion(person, pick(questions), { body: 'More.', submission: randomUUID() }),
      ])();
    };
    await Promise.all(
      times(8, async () => {
        for (let at = 0; at < 30; at += 1) await step();
      }),
    );
    expect(await wrongCounts()).toEqual([]);
  });
});
