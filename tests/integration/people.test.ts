import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findPerson } from '@/lib/accounts/find-person';
import { db } from '@/lib/db/client';
import { acceptAnswer } from '@/lib/questions/accept-answer';
import { addComment } from '@/lib/questions/add-comment';
import { findThread } from '@/lib/questions/find-thread';
import { countPostsBy, listAnswersBy, listQuestionsBy } from '@/lib/questions/list-by-author';
import { setDeleted } from '@/lib/questions/set-deleted';
import { valueOf } from '@/tests/support/outcomes';
import { newAccount, newGuest } from '@/tests/support/people';
import { answer, ask } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

const saveProfile = async (cookie: string, body: unknown) => {
  const { POST } = await import('@/app/api/accounts/profile/route');
  const headers = {
    ...{ cookie, host: 'localhost:3000', origin: 'http://localhost:3000' },
    'content-type': 'application/json',
  };
  return POST(
    new Request('http://localhost:3000/x', { method: 'POST', headers, body: JSON.stringify(body) }),
  );
};
const hide = { hiddenAt: new Date(), hiddenBecause: 'moderated' } as const;

describe('a profile', () => {
  it('is what its owner says, as plain text', async () => {
    const { cookie, viewer } = await newAccount();
    const about = '  I run <b>queues</b> 👩‍💻.\r\n\r\nAsk me.  ';
    expect((await saveProfile(cookie, { name: '  Ada Lovelace ', about })).status).toBe(204);
    expect(await findPerson(viewer.id)).toMatchObject({
      name: 'Ada Lovelace',
      about: 'I run <b>queues</b> 👩‍💻.\n\nAsk me.',
      role: 'learner',
      isGuest: false,
    });
    expect((await saveProfile(cookie, { name: 'Ada', about: '' })).status).toBe(204);
    expect(await findPerson(viewer.id)).toMatchObject({ name: 'Ada', about: '' });
  });

  it.each([
    ['no name', { name: ' ', about: '' }, 'invalid:name'],
    ['a long name', { name: 'x'.repeat(61), about: '' }, 'invalid:name'],
    ['a name with markup', { name: '<b>', about: '' }, 'invalid:name'],
    ['a long text', { name: 'Ada', about: 'x'.repeat(501) }, 'invalid:about'],
    ['a null byte', { name: 'Ada', about: 'a\0b' }, 'invalid:about'],
    ['half a character', { name: 'Ada', about: 'a\ud800' }, 'invalid:about'],
    ['text that turns others around', { name: 'Ada', about: 'a\u202eb' }, 'invalid:about'],
    ['more than is asked', { name: 'Ada', about: '', role: 'admin' }, 'invalid'],
  ])('takes %s for a mistake, and says where', async (_name, body, code) => {
    const { cookie, viewer } = await newAccount();
    const answer = await saveProfile(cookie, body);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ error: { code } });
    expect(await findPerson(viewer.id)).toMatchObject({ name: 'Ada', about: '', role: 'learner' });
  });

  it('is nobody’s for an id that nobody has', async () => {
    const { viewer } = await newAccount();
    expect(await findPerson(viewer.id)).not.toBeNull();
    for (const id of [randomUUID(), viewer.id.toUpperCase(), `${viewer.id} `, 'x', '', "' OR true --"])
      expect(await findPerson(id), id).toBeNull();
  });

  it('never tells an email address or whether somebody is suspended', async () => {
    const { viewer } = await newAccount();
    expect(Object.keys((await findPerson(viewer.id)) ?? {}).toSorted()).toEqual(
      ['about', 'createdAt', 'id', 'isGuest', 'name', 'role'].toSorted(),
    );
  });
});

describe('what somebody wrote', () => {
  const readAll = async <Item extends { id: number }>(
    list: (after: string | null) => Promise<{ items: Item[]; next: string | null }>,
  ) => {
    const seen: number[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = await list(after ?? null);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    return seen;
  };

  it('is listed a page at a time, newest first, each once, and only as far as it is shown', async () => {
    const [me, other] = [await newAccount(), await newAccount()];
    const [userId, questions, answers] = [me.viewer.id, [] as number[], [] as number[]];
    const theirs = await ask(other);
    for (let at = 0; at < 5; at += 1) {
      questions.unshift(await ask(me, { title: `A question of mine, number ${at}` }));
      answers.unshift(await answer(me, theirs));
    }
    const [deletedQuestion = 0, hiddenQuestion = 0] = questions;
    const [deletedAnswer = 0, hiddenAnswer = 0] = answers;
    valueOf(await setDeleted(userId, 'question', deletedQuestion, true));
    valueOf(await setDeleted(userId, 'answer', deletedAnswer, true));
    await db().question.update({ where: { id: hiddenQuestion }, data: hide });
    await db().answer.update({ where: { id: hiddenAnswer }, data: hide });
    const hiddenTheirs = await ask(other, { title: 'A question that will be hidden' });
    await answer(me, hiddenTheirs);
    await db().question.update({ where: { id: hiddenTheirs }, data: hide });

    expect(await readAll((after) => listQuestionsBy(userId, after, 2))).toEqual(questions.slice(2));
    expect(await readAll((after) => listAnswersBy(userId, after, 2))).toEqual(answers.slice(2));
    expect(await countPostsBy(userId)).toEqual({ questions: '3', answers: '3', accepted: '0' });
    valueOf(await acceptAnswer(other.viewer.id, theirs, answers[2] ?? 0));
    expect(await countPostsBy(userId)).toMatchObject({ accepted: '1' });
    expect((await listAnswersBy(userId, null, 1)).items).toMatchObject([
      { id: answers[2], questionId: theirs, isAccepted: true, votes: 0 },
    ]);
    expect(await readAll((after) => listQuestionsBy(other.viewer.id, after))).toEqual([theirs]);
    expect((await listQuestionsBy(userId, 'nonsense')).items).toHaveLength(3);
  });

  it('carries its author’s id, name and role, in the question, the answers, the comments and the lists', async () => {
    const [asker, mentor, moderator] = [
      await newAccount({ name: 'Asker' }),
      await newAccount({ name: 'Mentor', role: 'mentor' }),
      await newAccount({ name: 'Moderator', role: 'moderator' }),
    ];
    const id = await ask(asker);
    const answerId = await answer(mentor, id);
    valueOf(await addComment(moderator, id, { answer: answerId, body: 'Fine.', submission: randomUUID() }));
    const thread = await findThread(id, null);
    const by = (name: string, authorRole: string, { viewer }: { viewer: { id: string } }) => ({
      author: name,
      authorRole,
      authorId: viewer.id,
    });
    expect(thread?.question).toMatchObject(by('Asker', 'learner', asker));
    expect(thread?.answers[0]).toMatchObject(by('Mentor', 'mentor', mentor));
    expect(thread?.comments[0]).toMatchObject(by('Moderator', 'moderator', moderator));
    expect((await listQuestionsBy(asker.viewer.id, null)).items[0]).toMatchObject(
      by('Asker', 'learner', asker),
    );
    await db().user.delete({ where: { id: mentor.viewer.id } });
    expect((await findThread(id, null))?.answers[0]).toMatchObject({
      author: null,
      authorRole: null,
      authorId: null,
    });
  });

  it('is a guest’s, too', async () => {
    const guest = await newGuest();
    const id = await ask(guest);
    expect(await findPerson(guest.viewer.id)).toMatchObject({ isGuest: true });
    expect((await listQuestionsBy(guest.viewer.id, null)).items).toMatchObject([{ id }]);
  });
});
