import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { acceptAnswer } from '@/lib/questions/accept-answer';
import { addComment } from '@/lib/questions/add-comment';
import { answerQuestion } from '@/lib/questions/answer-question';
import { askQuestion } from '@/lib/questions/ask-question';
import { editAnswer, editQuestion } from '@/lib/questions/edit-post';
import { findSource } from '@/lib/questions/find-source';
import { findThread } from '@/lib/questions/find-thread';
import { AskForm } from '@/lib/questions/forms';
import { limitOf } from '@/lib/questions/limits';
import { setCommentDeleted } from '@/lib/questions/set-comment-deleted';
import { setDeleted } from '@/lib/questions/set-deleted';
import { setVote } from '@/lib/questions/set-vote';
import { wrongCounts } from '@/tests/support/counts';
import { codeOf, valueOf } from '@/tests/support/outcomes';
import { newGuest } from '@/tests/support/people';
import { answer, ask, newQuestion } from '@/tests/support/posts';
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
    const pick = <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(Math.random() * items.length)];
      if (item === undefined) throw new Error('Nothing to pick from.');
      return item;
    };
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

describe('editing', () => {
  it('never overwrites what was saved since the editor began, and keeps every version', async () => {
    const asker = await newGuest();
    const id = await ask(asker);
    const edit = (body: string, version: number) =>
      editQuestion(asker, id, { title: newQuestion().title, body, version });
    const outcomes = await Promise.all([edit('From one tab.', 1), edit('From the other.', 1)]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.map(codeOf)).toContain('conflict');
    const kept = valueOf(await findSource(asker.viewer.id, 'question', id));
    expect(kept.version).toBe(2);
    expect(valueOf(await edit('Both, merged.', 2))).toEqual({ version: 3 });
    expect(valueOf(await edit('Both, merged.', 2)), 'the same change twice').toEqual({ version: 3 });
    const said = await db().revision.findMany({ where: { questionId: id }, orderBy: { version: 'asc' } });
    expect(said.map(({ version, body }) => [version, body])).toEqual([
      [1, newQuestion().body],
      [2, kept.body],
    ]);
  });

  it('and deleting are refused to everybody else', async () => {
    const [asker, other] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    const answerId = await answer(asker, id);
    const change = { title: newQuestion().title, body: 'Taken over.', version: 1 };
    expect(codeOf(await editQuestion(other, id, change))).toBe('not-yours');
    expect(codeOf(await editAnswer(other, answerId, { body: 'Taken over.', version: 1 }))).toBe('not-yours');
    expect(codeOf(await setDeleted(other.viewer.id, 'question', id, true))).toBe('not-yours');
    expect(codeOf(await setDeleted(other.viewer.id, 'answer', answerId, true))).toBe('not-yours');
    expect(codeOf(await findSource(other.viewer.id, 'question', id))).toBe('missing');
    expect((await findThread(id, other.viewer.id))?.question.html).toContain('502');
  });
});

describe('deleting', () => {
  it('hides a question from everybody but its author, who brings it back whole', async () => {
    const [asker, other] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    await setDeleted(asker.viewer.id, 'question', id, true);
    expect(await findThread(id, other.viewer.id)).toBeNull();
    expect(await findThread(id, null)).toBeNull();
    expect((await findThread(id, asker.viewer.id))?.question.isDeleted).toBe(true);
    await setDeleted(asker.viewer.id, 'question', id, false);
    expect((await findThread(id, null))?.question).toMatchObject({
      isDeleted: false,
      title: newQuestion().title,
    });
  });

  it('is refused while others’ answers hang on the question, also when one arrives at that moment', async () => {
    const [asker, other] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    const [reply, deletion] = await Promise.all([
      answerQuestion(other, id, { body: 'Just now.', submission: randomUUID() }),
      setDeleted(asker.viewer.id, 'question', id, true),
    ]);
    expect([codeOf(reply), codeOf(deletion)].filter(Boolean)).toHaveLength(1);
    expect(await wrongCounts()).toEqual([]);
  });
});

describe('comments', () => {
  it('stand with the question or the answer that they are about, and go and come back as their author wishes', async () => {
    const [asker, other] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    const answerId = await answer(other, id);
    const onAnswer = { answer: answerId, body: 'Which *version*?', submission: randomUUID() };
    const [first, again] = [await addComment(asker, id, onAnswer), await addComment(asker, id, onAnswer)];
    expect(valueOf(again)).toEqual(valueOf(first));
    await addComment(other, id, { answer: null, body: 'Good question.', submission: randomUUID() });
    const thread = await findThread(id, asker.viewer.id);
    expect(thread?.comments.map(({ answerId: about, isMine }) => [about, isMine])).toEqual([
      [answerId, true],
      [null, false],
    ]);
    const elsewhere = await ask(asker);
    expect(codeOf(await addComment(asker, elsewhere, { ...onAnswer, submission: randomUUID() }))).toBe(
      'deleted',
    );
    const said = valueOf(first).id;
    expect(codeOf(await setCommentDeleted(other.viewer.id, said, true))).toBe('not-yours');
    expect((await setCommentDeleted(asker.viewer.id, said, true)).ok).toBe(true);
    expect((await findThread(id, null))?.comments).toHaveLength(1);
    expect((await findThread(id, other.viewer.id))?.comments).toHaveLength(1);
    const own = (await findThread(id, asker.viewer.id))?.comments;
    expect(own?.map((comment) => comment.isDeleted)).toEqual([true, false]);
    expect(codeOf(await setCommentDeleted(other.viewer.id, said, false))).toBe('not-yours');
    expect(valueOf(await setCommentDeleted(asker.viewer.id, said, false))).toEqual({ isDeleted: false });
    expect((await findThread(id, null))?.comments).toHaveLength(2);
    expect(codeOf(await setCommentDeleted(asker.viewer.id, 999_999, true))).toBe('missing');
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
