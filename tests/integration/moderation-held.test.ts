import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { decideCase } from '@/lib/moderation/decide-case';
import { listCases } from '@/lib/moderation/list-cases';
import { addComment } from '@/lib/questions/add-comment';
import { answerQuestion } from '@/lib/questions/answer-question';
import { askQuestion } from '@/lib/questions/ask-question';
import { editAnswer, editQuestion } from '@/lib/questions/edit-post';
import { findSource } from '@/lib/questions/find-source';
import { findThread } from '@/lib/questions/find-thread';
import { judgedDays } from '@/lib/questions/limits';
import { searchQuestions } from '@/lib/questions/search-questions';
import { setDeleted } from '@/lib/questions/set-deleted';
import { wrongCounts } from '@/tests/support/counts';
import { toldTo } from '@/tests/support/moderation';
import { valueOf } from '@/tests/support/outcomes';
import { newGuest, newMember, newModerator } from '@/tests/support/people';
import { answer, ask, comment, newQuestion } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';
import { times } from '@/tests/support/times';

withSite();

const spam = 'Buy shoes at https://cheap-shoes.shop';
const because = expect.stringContaining('it links to cheap-shoes.shop');
const waitingIds = async () => (await listCases(null, 1000)).cases.map(({ kind, id }) => `${kind} ${id}`);

describe('a newcomer’s post that looks like advertising', () => {
  it('is kept, waits, is there for its author with the reason, and for nobody else: question, answer and comment', async () => {
    const [newcomer, asker] = [await newGuest(), await newMember()];
    const thread = await ask(asker);
    const asked = valueOf(
      await askQuestion(newcomer, newQuestion({ title: 'Where are flamingo shoes sold?', body: spam })),
    );
    const given = valueOf(await answerQuestion(newcomer, thread, { body: spam, submission: randomUUID() }));
    const said = valueOf(
      await addComment(newcomer, thread, { answer: null, body: spam, submission: randomUUID() }),
    );
    for (const held of [asked, given, said]) expect(held).toMatchObject({ held: because });
    expect(await findThread(asked.id, asker.viewer.id)).toBeNull();
    expect((await searchQuestions('flamingo')).found).toEqual([]);
    expect(await findThread(thread, asker.viewer.id)).toMatchObject({
      answers: [],
      comments: [],
      question: { answerCount: 0 },
    });
    const hidden = { because: 'held', words: because };
    expect((await findThread(asked.id, newcomer.viewer.id))?.question.hidden).toEqual(hidden);
    expect(await findThread(thread, newcomer.viewer.id)).toMatchObject({
      answers: [{ id: given.id, hidden }],
      comments: [{ id: said.id, hidden }],
    });
    expect(await waitingIds()).toEqual(
      expect.arrayContaining([`question ${asked.id}`, `answer ${given.id}`, `comment ${said.id}`]),
    );
    expect(await wrongCounts()).toEqual([]);
  });

  it('is shown when a moderator approves it, and counts from then on', async () => {
    const moderator = await newModerator();
    const newcomer = await newGuest();
    const thread = await ask(await newMember());
    const { id } = valueOf(await answerQuestion(newcomer, thread, { body: spam, submission: randomUUID() }));
    expect((await decideCase(moderator.viewer, { act: 'approve', kind: 'answer', id, reason: '' })).ok).toBe(
      true,
    );
    expect(await findThread(thread, null)).toMatchObject({
      question: { answerCount: 1 },
      answers: [{ id, hidden: null }],
    });
    expect(await toldTo(newcomer)).toEqual([
      'moderated: A moderator read your answer, and everybody sees it now.',
    ]);
    expect(await wrongCounts()).toEqual([]);
  });

  it('stays hidden when a moderator refuses it, and its author reads why', async () => {
    const moderator = await newModerator();
    const newcomer = await newGuest();
    const { id } = valueOf(await askQuestion(newcomer, newQuestion({ body: spam })));
    await decideCase(moderator.viewer, { act: 'refuse', kind: 'question', id, reason: 'We sell no shoes.' });
    expect((await findThread(id, newcomer.viewer.id))?.question.hidden).toEqual({
      because: 'moderated',
      words: 'We sell no shoes.',
    });
    expect(await toldTo(newcomer)).toEqual([
      'moderated: A moderator read your question and does not show it: We sell no shoes.',
    ]);
    expect(await waitingIds()).not.toContain(`question ${id}`);
  });

  it('goes on waiting when its author edits it, and leaves the queue when its author deletes it', async () => {
    const newcomer = await newGuest();
    const { id } = valueOf(await askQuestion(newcomer, newQuestion({ body: spam })));
    const { hiddenAt } = await db().question.findUniqueOrThrow({ where: { id } });
    expect(valueOf(await findSource(newcomer.viewer.id, 'question', id)).body).toBe(spam);
    const clean = { title: newQuestion().title, body: 'Nothing but a question.', version: 1 };
    expect(valueOf(await editQuestion(newcomer, id, clean))).toEqual({ version: 2, held: because });
    expect(await db().question.findUniqueOrThrow({ where: { id } })).toMatchObject({
      hiddenBecause: 'held',
      hiddenAt,
      body: clean.body,
    });
    expect(await waitingIds()).toContain(`question ${id}`);
    await setDeleted(newcomer.viewer.id, 'question', id, true);
    expect(await waitingIds()).not.toContain(`question ${id}`);
    await setDeleted(newcomer.viewer.id, 'question', id, false);
    expect(await waitingIds(), 'bringing it back shows it to nobody').toContain(`question ${id}`);
    expect(await findThread(id, null)).toBeNull();
  });

  it('is one post when the form arrives twice at once', async () => {
    const newcomer = await newGuest();
    const form = newQuestion({ body: spam });
    const outcomes = await Promise.all(times(4, () => askQuestion(newcomer, form)));
    expect(new Set(outcomes.map((outcome) => valueOf(outcome).id)).size).toBe(1);
    for (const outcome of outcomes) expect(valueOf(outcome)).toMatchObject({ held: because });
  });
});

describe('an edit of a newcomer', () => {
  it('that adds such a link takes the post away until a moderator looked at it', async () => {
    const moderator = await newModerator();
    const newcomer = await newGuest();
    const thread = await ask(await newMember());
    const given = await answer(newcomer, thread, 'It retries.');
    expect(valueOf(await editAnswer(newcomer, given, { body: `It retries. ${spam}`, version: 1 }))).toEqual({
      version: 2,
      held: because,
    });
    expect(await findThread(thread, null)).toMatchObject({ answers: [], question: { answerCount: 0 } });
    await decideCase(moderator.viewer, { act: 'approve', kind: 'answer', id: given, reason: '' });
    const more = { body: `It retries twice. ${spam}`, version: 2 };
    expect(valueOf(await editAnswer(newcomer, given, more)), 'what was approved is no reason again').toEqual({
      version: 3,
    });
    expect(await findThread(thread, null)).toMatchObject({ answers: [{ id: given }] });
    expect(await wrongCounts()).toEqual([]);
  });
});

describe('who is judged', () => {
  const post = async (actor: Awaited<ReturnType<typeof newGuest>>, body = spam) =>
    'held' in valueOf(await askQuestion(actor, newQuestion({ body })));

  it('are guests and young accounts, not older ones, mentors or moderators', async () => {
    expect(await post(await newGuest())).toBe(true);
    const member = await newMember();
    const age = async (days: number) => {
      const createdAt = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
      await db().user.update({ where: { id: member.viewer.id }, data: { createdAt } });
    };
    await age(judgedDays - 0.1);
    expect(await post(member)).toBe(true);
    await age(judgedDays + 0.1);
    expect(await post(member)).toBe(false);
    for (const role of ['mentor', 'moderator', 'admin'] as const) {
      const young = await newMember({ role });
      await db().user.update({ where: { id: young.viewer.id }, data: { createdAt: new Date() } });
      expect(await post(young), role).toBe(false);
    }
  });

  it('may link once somebody saw three of their posts; those that wait do not count', async () => {
    const newcomer = await newGuest();
    const thread = await ask(await newMember());
    for (let at = 0; at < 2; at += 1) await comment(newcomer, thread, null, `A remark, number ${at}.`);
    for (let at = 0; at < 2; at += 1) expect(await post(newcomer)).toBe(true);
    await comment(newcomer, thread, null, 'The third remark.');
    expect(await post(newcomer, 'I measured it, and wrote it up at https://blog.somebody.io/retries')).toBe(
      false,
    );
  });

  it('are held for a text that they posted before', async () => {
    const newcomer = await newGuest();
    const thread = await ask(await newMember());
    const text =
      'You should have a look at the course of my friend, who explains all of this much better and for less money than others do.';
    expect(
      'held' in valueOf(await answerQuestion(newcomer, thread, { body: text, submission: randomUUID() })),
    ).toBe(false);
    const again = await addComment(newcomer, thread, {
      answer: null,
      body: `${text} Really.`,
      submission: randomUUID(),
    });
    expect(valueOf(again)).toMatchObject({ held: expect.stringContaining('nearly the same text') });
  });
});
