import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { deleteAccountRow } from '@/lib/personal-data/deletion/store';
import { acceptAnswer } from '@/lib/questions/accept-answer';
import { addComment } from '@/lib/questions/add-comment';
import { answerQuestion } from '@/lib/questions/answer-question';
import { setVote } from '@/lib/questions/set-vote';
import type { Actor } from '@/lib/questions/take-turn';
import { wrongCounts } from '@/tests/support/counts';
import { findWords, wroteEverywhere } from '@/tests/support/leaving';
import { newAccount, newGuest } from '@/tests/support/people';
import { ask } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

describe('leaving while others vote, answer, comment and accept', () => {
  // Others begin before, with and after the one who leaves: more acts than the pool has connections.
  const rounds = Array.from(
    { length: 12 },
    (_, at) => ({ posts: at % 4 === 3 ? 'keep' : 'remove', begun: at * 3 }) as const,
  );
  it.each(rounds)(
    'loses nothing of theirs and leaves no wrong count ($posts, $begun begun before)',
    async ({ posts, begun }) => {
      const was = await wroteEverywhere();
      const others = await Promise.all(Array.from({ length: 4 }, newGuest));
      const answers: Promise<{ ok: true; value: { id: number } } | { ok: false; error: { code: string } }>[] =
        [];
      const answerOn = (person: Actor, question: number) => {
        const answered = answerQuestion(person, question, { body: 'Just in time', submission: randomUUID() });
        answers.push(answered);
        return answered;
      };
      const commentOn = (person: Actor, question: number, on: number | null) =>
        addComment(person, question, { answer: on, body: 'A remark', submission: randomUUID() });
      const acts: (() => Promise<{ ok: boolean; error?: { code: string } }>)[] = [
        ...others.flatMap((person) => [
          () => setVote(person, 'answer', was.myAnswer, true),
          () => answerOn(person, was.alone),
          () => commentOn(person, was.theirs, was.myAnswer),
          () => acceptAnswer(was.other.viewer.id, was.theirs, was.myAnswer),
          () => setVote(person, 'question', was.alone, true),
          () => answerOn(person, was.asked),
          () => commentOn(person, was.alone, null),
          () => setVote(person, 'question', was.asked, true),
        ]),
      ];
      acts.splice(begun, 0, async () => ({
        ok: (await deleteAccountRow(was.me.viewer.id, posts)) === 'done',
      }));
      const done = await Promise.all(acts.map((act) => act()));
      for (const outcome of done)
        if (!outcome.ok) expect(['missing', 'deleted']).toContain(outcome.error?.code);
      const posted = (await Promise.all(answers)).flatMap((outcome) =>
        outcome.ok ? [outcome.value.id] : [],
      );
      expect(await db().answer.count({ where: { id: { in: posted }, deletedAt: null } })).toBe(posted.length);
      if (posts === 'remove') expect(await findWords(was.secret)).toEqual([]);
      expect(await wrongCounts()).toEqual([]);
      expect(await db().user.count({ where: { id: was.me.viewer.id } })).toBe(0);
    },
  );

  it('takes along what the person posts in another tab at that moment, or refuses it', async () => {
    const [me, other] = [await newAccount(), await newGuest()];
    const theirs = await ask(other);
    const late = () => answerQuestion(me, theirs, { body: 'a late word', submission: randomUUID() });
    const vote = (isUp: boolean) => setVote(me, 'question', theirs, isUp);
    const acts = [
      late(),
      vote(true),
      deleteAccountRow(me.viewer.id, 'remove'),
      late(),
      vote(false),
      late(),
      vote(true),
      late(),
    ];
    const [, , removed] = await Promise.allSettled(acts);
    expect(removed?.status).toBe('fulfilled');
    expect(await findWords('a late word')).toEqual([]);
    expect(await wrongCounts()).toEqual([]);
  });
});
