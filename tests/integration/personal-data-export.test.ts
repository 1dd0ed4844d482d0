import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { sections } from '@/lib/personal-data/export/sections';
import { writeExport } from '@/lib/personal-data/export/write-export';
import { addComment } from '@/lib/questions/add-comment';
import { answerQuestion } from '@/lib/questions/answer-question';
import { editAnswer, editQuestion } from '@/lib/questions/edit-post';
import { setVote } from '@/lib/questions/set-vote';
import { fillAccount } from '@/tests/support/fill-account';
import { valueOf } from '@/tests/support/outcomes';
import { newAccount, newGuest } from '@/tests/support/people';
import { ask } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

const Row = z.record(z.string(), z.unknown());
const File = z.looseObject({
  format: z.literal('system-design-mastery-export'),
  version: z.literal(1),
  description: z.string(),
  contents: z.record(z.string(), z.string()),
  isComplete: z.literal(true),
});

const download = async (cookie: string, headers: Record<string, string> = {}) => {
  const { GET } = await import('@/app/api/accounts/export/route');
  return GET(new Request('http://localhost:3000/api/accounts/export', { headers: { cookie, ...headers } }));
};
const readFile = async (response: Response) => {
  const text = await response.text();
  const file = File.parse(JSON.parse(text));
  const rowsOf = (name: string) => z.array(Row).parse(file[name]);
  return { text, file, rowsOf };
};

/** Two people who talk to each other, each with a row in everything. */
const twoPeople = async () => {
  const [me, other] = [await newAccount({ name: 'Me Myself' }), await newAccount({ name: 'Somebody Else' })];
  for (const [person, peer, word] of [
    [me, other, 'mine'],
    [other, me, 'theirs'],
  ] as const) {
    await fillAccount(person.viewer.id);
    const question = await ask(person, { title: `A question that is ${word}`, body: `${word} before` });
    const change = { title: `A question that is ${word}`, body: `${word} after`, version: 1 };
    valueOf(await editQuestion(person, question, change));
    const form = { body: `an answer that is ${word}`, submission: randomUUID() };
    const { id: answer } = valueOf(await answerQuestion(person, question, form));
    valueOf(await editAnswer(person, answer, { body: `another answer that is ${word}`, version: 1 }));
    const comment = { answer, body: `a comment that is ${word}`, submission: randomUUID() };
    valueOf(await addComment(person, question, comment));
    valueOf(await setVote(peer, 'question', question, true));
    valueOf(await setVote(peer, 'answer', answer, true));
    await db().follow.create({ data: { userId: peer.viewer.id, questionId: question } });
    await db().notification.create({
      data: { userId: peer.viewer.id, actorId: person.viewer.id, kind: 'answered', questionId: question },
    });
    await db().flag.create({
      data: {
        reporterId: peer.viewer.id,
        resolverId: me.viewer.id,
        questionId: question,
        reason: 'spam',
        words: `not ${word}`,
      },
    });
  }
  return { me, other };
};

describe('the export', () => {
  it('holds every kind of row that the database has of a person', async () => {
    const { me } = await twoPeople();
    const response = await download(me.cookie);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="system-design-mastery-\d{4}-\d\d-\d\d\.json"$/,
    );
    const { file, rowsOf } = await readFile(response);
    expect(Object.keys(file.contents)).toEqual(sections.map(({ name }) => name));
    for (const { name } of sections) expect(rowsOf(name).length, name).toBeGreaterThan(0);
    expect(rowsOf('account')).toMatchObject([
      { id: me.viewer.id, email: me.email, name: 'Me Myself', role: 'learner' },
    ]);
    expect(rowsOf('questions')).toMatchObject([
      { title: 'A question that is mine', body: 'mine after', votes: 1 },
    ]);
    expect(rowsOf('questionRevisions')).toMatchObject([{ body: 'mine before', version: 1 }]);
    expect(rowsOf('answerRevisions')).toMatchObject([{ body: 'an answer that is mine' }]);
    expect(rowsOf('comments')).toMatchObject([{ body: 'a comment that is mine' }]);
    expect(rowsOf('flags')).toMatchObject([{ words: 'not theirs', reason: 'spam' }]);
    expect(rowsOf('doneToYou')).toMatchObject([{ action: 'suspend', reason: 'said to me' }]);
    expect(rowsOf('doneByYou')).toMatchObject([{ action: 'hide', reason: 'said by me' }]);
    expect(rowsOf('labWorkspaces')).toMatchObject([{ files: { nginx: 'a file of mine' } }]);
    expect(rowsOf('sessions').length).toBe(1);
  });

  it('never holds the password’s hash, a link’s digest, a session’s id or anything of other people', async () => {
    const { me, other } = await twoPeople();
    const { text } = await readFile(await download(me.cookie));
    const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id: me.viewer.id } });
    for (const secret of [
      passwordHash ?? 'none',
      'argon2',
      `digest ${me.viewer.id}`,
      me.viewer.sessionId,
      ...[
        other.viewer.id,
        other.email,
        'Somebody Else',
        'theirs before',
        'theirs after',
        'is theirs',
        'not mine',
      ],
      'a stranger',
    ])
      expect(text.includes(secret), secret).toBe(false);
    expect(text).toContain('not theirs');
  });

  it('goes through more rows than fit into a page, each once, also where keys are of two tables', async () => {
    const person = await newAccount();
    const userId = person.viewer.id;
    await db().$executeRaw`INSERT INTO "LessonProgress" ("userId", "course", "lesson")
      SELECT ${userId}::uuid, 'c' || n % 7, 'l' || n FROM generate_series(1, 1203) n`;
    const questions = [
      await ask(person),
      await ask(person, { title: 'Another one of many versions' }),
      await ask(person, { title: 'And a third of them' }),
    ];
    await db().$executeRaw`INSERT INTO "Revision" ("questionId", "version", "title", "body")
      SELECT q, v, 't', 'b' || v FROM unnest(${questions}::int[]) q, generate_series(1, 90) v`;
    const { rowsOf } = await readFile(await download(person.cookie));
    const keys = rowsOf('lessonsRead').map(({ course, lesson }) => `${String(course)}/${String(lesson)}`);
    expect([keys.length, new Set(keys).size]).toEqual([1203, 1203]);
    const versions = rowsOf('questionRevisions').map(
      ({ questionId, version }) => `${String(questionId)}.${String(version)}`,
    );
    expect([versions.length, new Set(versions).size]).toEqual([270, 270]);
    expect(rowsOf('questions').length).toBe(3);
  });

  it('is read page by page as it is taken, and no further when the reader goes', async () => {
    const person = await newAccount();
    await db().$executeRaw`INSERT INTO "LessonProgress" ("userId", "course", "lesson")
      SELECT ${person.viewer.id}::uuid, 'c', 'l' || n FROM generate_series(1, 20000) n`;
    const sizes: number[] = [];
    for await (const piece of writeExport(person.viewer.id, new Date())) sizes.push(piece.length);
    expect(sizes.length).toBeGreaterThan(40);
    expect(Math.max(...sizes)).toBeLessThan(60_000);
    const response = await download(person.cookie);
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(await reader?.read()).toMatchObject({ done: true });
  });

  it('works for a guest and for somebody without any rows', async () => {
    const guest = await newGuest();
    const { rowsOf } = await readFile(await download(guest.cookie));
    expect(rowsOf('account')).toMatchObject([{ email: null, isGuest: true }]);
    expect(rowsOf('questions')).toEqual([]);
  });

  it('is for the person who is signed in, and so often', async () => {
    const person = await newAccount();
    expect((await download('')).status).toBe(401);
    const lead = await download('', { 'sec-fetch-mode': 'navigate' });
    expect([lead.status, lead.headers.get('location')]).toEqual([303, '/sign-in?callbackUrl=/account']);
    for (let at = 0; at < 5; at += 1) await (await download(person.cookie)).text();
    expect((await download(person.cookie)).status).toBe(429);
    const later = await download(person.cookie, { 'sec-fetch-mode': 'navigate' });
    expect([later.status, later.headers.get('location')]).toEqual([303, '/account?export=later#data']);
    expect((await download((await newAccount()).cookie)).status).toBe(200);
  });
});
