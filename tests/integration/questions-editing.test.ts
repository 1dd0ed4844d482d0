import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { addComment } from '@/lib/questions/add-comment';
import { answerQuestion } from '@/lib/questions/answer-question';
import { editAnswer, editQuestion } from '@/lib/questions/edit-post';
import { findSource } from '@/lib/questions/find-source';
import { findThread } from '@/lib/questions/find-thread';
import { setCommentDeleted } from '@/lib/questions/set-comment-deleted';
import { setDeleted } from '@/lib/questions/set-deleted';
import { wrongCounts } from '@/tests/support/counts';
import { codeOf, valueOf } from '@/tests/support/outcomes';
import { newGuest } from '@/tests/support/people';
import { answer, ask, newQuestion } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

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
