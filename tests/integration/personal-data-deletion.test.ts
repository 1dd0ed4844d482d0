import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { setRole } from '@/lib/accounts/set-role';
import { db } from '@/lib/db/client';
import { deleteAccount } from '@/lib/personal-data/delete-account';
import type { PostsChoice } from '@/lib/personal-data/deletion/delete-account-form';
import { deleteAccountRow, takenAway } from '@/lib/personal-data/deletion/store';
import { findThread } from '@/lib/questions/find-thread';
import { setDeleted } from '@/lib/questions/set-deleted';
import type { Actor } from '@/lib/questions/take-turn';
import { wrongCounts } from '@/tests/support/counts';
import { fillAccount } from '@/tests/support/fill-account';
import { findWords, wroteEverywhere } from '@/tests/support/leaving';
import { valueOf } from '@/tests/support/outcomes';
import { password } from '@/tests/support/passwords';
import { newAccount, newGuest } from '@/tests/support/people';
import { answer, ask } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

const remove = async (actor: Actor, posts: PostsChoice) =>
  valueOf(
    await deleteAccount(
      { posts, confirmation: actor.viewer.isGuest ? actor.viewer.name : password },
      actor.viewer,
    ),
  );
const questionRow = (id: number) => db().question.findUnique({ where: { id } });
const answerRow = (id: number) => db().answer.findUnique({ where: { id } });

describe('somebody who leaves and keeps their posts', () => {
  it('leaves them as a deleted user’s, with others’ votes, acceptance and remarks', async () => {
    const was = await wroteEverywhere();
    await remove(was.me, 'keep');
    const thread = await findThread(was.theirs, null);
    expect(thread?.answers).toMatchObject([
      { id: was.myAnswer, author: null, authorId: null, authorRole: null, isAccepted: true, votes: 1 },
    ]);
    expect(thread?.comments.map(({ author }) => author)).toEqual([null, 'Ada']);
    expect(await findThread(was.asked, null)).toMatchObject({
      question: { author: null, title: 'A question of mine with answers', votes: 1, answerCount: 2 },
    });
    expect(
      await db().revision.count({ where: { OR: [{ questionId: was.asked }, { answerId: was.myAnswer }] } }),
    ).toBe(2);
    expect(await questionRow(was.theirs)).toMatchObject({ votes: 0 });
    expect(await answerRow(was.theirAnswer)).toMatchObject({ votes: 0 });
    expect(await wrongCounts()).toEqual([]);
  });

  it('takes along what they had deleted before and only they could restore', async () => {
    const me = await newGuest();
    const [deleted, shown] = [await ask(me, { title: 'Regretted at once, and forever' }), await ask(me)];
    const [gone, kept] = [await answer(me, shown, 'Regretted, too'), await answer(me, shown, 'Stands')];
    valueOf(await setDeleted(me.viewer.id, 'question', deleted, true));
    valueOf(await setDeleted(me.viewer.id, 'answer', gone, true));
    await remove(me, 'keep');
    expect(await findWords('Regretted')).toEqual([]);
    expect(await questionRow(shown)).toMatchObject({ authorId: null, answerCount: 1 });
    expect(await answerRow(kept)).toMatchObject({ authorId: null, body: 'Stands' });
  });
});

describe('somebody who leaves and takes their posts away', () => {
  it('leaves no word of theirs, nor any version of it', async () => {
    const was = await wroteEverywhere();
    await remove(was.me, 'remove');
    expect(await findWords(was.secret)).toEqual([]);
    expect(await questionRow(was.alone)).toBeNull();
    for (const id of [was.myAnswer, was.myAnswerToMine]) expect(await answerRow(id)).toBeNull();
    expect(await db().comment.count({ where: { id: { in: [was.myComment, was.theirComment] } } })).toBe(0);
    expect(await wrongCounts()).toEqual([]);
  });

  it('leaves others their answers, under a plain sentence where the question was', async () => {
    const was = await wroteEverywhere();
    await remove(was.me, 'remove');
    const thread = await findThread(was.asked, null);
    expect(thread?.question).toMatchObject({
      ...{ title: takenAway.title, author: null },
      answerCount: 1,
      votes: 1,
    });
    expect(thread?.question.html).toContain(takenAway.body);
    expect(thread?.answers).toMatchObject([{ id: was.theirAnswer, author: 'Ada', isAccepted: true }]);
    expect(await db().revision.count({ where: { questionId: was.asked } })).toBe(0);
    expect(await db().$queryRaw`SELECT 1 FROM "Question" WHERE "search" @@ ${was.secret}::tsquery`).toEqual(
      [],
    );
  });

  it('leaves a question whose accepted answer was theirs open again', async () => {
    const was = await wroteEverywhere();
    await remove(was.me, 'remove');
    expect(await questionRow(was.theirs)).toMatchObject({ acceptedAnswerId: null, answerCount: 0, votes: 0 });
    expect(await findThread(was.theirs, null)).toMatchObject({
      answers: [],
      question: { title: 'A question of somebody else’s' },
    });
  });

  it('leaves an answer that its author deleted, since only they may end it', async () => {
    const [me, other] = [await newGuest(), await newGuest()];
    const asked = await ask(me, { title: 'Will their answer survive this?' });
    const theirs = await answer(other, asked);
    valueOf(await setDeleted(other.viewer.id, 'answer', theirs, true));
    await remove(me, 'remove');
    expect(await questionRow(asked)).toMatchObject({ title: takenAway.title, answerCount: 0 });
    expect(valueOf(await setDeleted(other.viewer.id, 'answer', theirs, false))).toEqual({ isDeleted: false });
    expect(await questionRow(asked)).toMatchObject({ answerCount: 1 });
  });
});

describe('an account that is deleted', () => {
  it.each(['keep', 'remove'] as const)('leaves nothing of its own behind (%s)', async (posts) => {
    const me = await newAccount();
    await fillAccount(me.viewer.id);
    const card = { title: randomUUID() };
    await db().runCard.updateMany({ where: { userId: me.viewer.id }, data: { card } });
    await db().outgoingMail.create({ data: { to: me.email, subject: 's', text: 't', html: 'h' } });
    await remove(me, posts);
    const tables = await db().$queryRaw<{ table: string; column: string }[]>`
      SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type = 'uuid' AND table_name NOT LIKE '\\_%'`;
    expect(tables.length).toBeGreaterThan(20);
    for (const { table, column } of tables) {
      const rows = await db().$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM "${table}" WHERE "${column}" = $1::uuid`,
        me.viewer.id,
      );
      expect(rows.length, `${table}.${column}`).toBe(table === 'AuditEntry' ? 1 : 0);
    }
    expect(await db().outgoingMail.count({ where: { to: me.email } })).toBe(0);
    expect(await db().user.count({ where: { email: me.email } })).toBe(0);
    expect(await db().runCard.count({ where: { card: { equals: card } } })).toBe(posts === 'keep' ? 1 : 0);
  });

  it('cannot be used any more, and its address is free again', async () => {
    const me = await newAccount();
    await remove(me, 'keep');
    expect(await me.find()).toBeNull();
    expect(await deleteAccount({ posts: 'keep', confirmation: me.viewer.name }, me.viewer)).toMatchObject({
      ok: true,
    });
  });

  it('is whole again when anything of its deletion fails', async () => {
    const was = await wroteEverywhere();
    const { id } = was.me.viewer;
    await db().$executeRawUnsafe(`CREATE FUNCTION refuse_leaving() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF OLD."id" = '${id}' THEN RAISE EXCEPTION 'no'; END IF; RETURN OLD; END $$`);
    await db().$executeRawUnsafe(
      'CREATE TRIGGER "refuse" BEFORE DELETE ON "User" FOR EACH ROW EXECUTE FUNCTION refuse_leaving()',
    );
    const before = await findWords(was.secret);
    await expect(deleteAccountRow(id, 'remove')).rejects.toThrow();
    expect(await findWords(was.secret)).toEqual(before);
    expect(await questionRow(was.theirs)).toMatchObject({ acceptedAnswerId: was.myAnswer, votes: 1 });
    expect(await wrongCounts()).toEqual([]);
    await db().$executeRawUnsafe('DROP FUNCTION refuse_leaving CASCADE');
    expect(await deleteAccountRow(id, 'remove')).toBe('done');
  });

  it('is one when it is confirmed twice at once', async () => {
    const me = await newAccount();
    const form = { posts: 'remove', confirmation: password } as const;
    const answers = await Promise.allSettled([
      deleteAccount(form, me.viewer),
      deleteAccount(form, me.viewer),
    ]);
    expect(answers.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await db().user.count({ where: { id: me.viewer.id } })).toBe(0);
  });

  it('is confirmed by the password, or by the name where there is none', async () => {
    const [account, guest] = [await newAccount({ name: 'Zoë' }), await newGuest()];
    for (const confirmation of ['wrong-wrong-wrong', 'Zoë', account.email])
      expect(await deleteAccount({ posts: 'remove', confirmation }, account.viewer)).toMatchObject({
        ok: false,
        error: { code: 'not-confirmed' },
      });
    for (const confirmation of ['Guest', guest.viewer.name.toUpperCase(), password])
      expect(await deleteAccount({ posts: 'remove', confirmation }, guest.viewer)).toMatchObject({
        ok: false,
        error: { code: 'not-confirmed' },
      });
    expect(await db().user.count({ where: { id: { in: [account.viewer.id, guest.viewer.id] } } })).toBe(2);
    await remove(account, 'remove');
    await remove(guest, 'keep');
    const named = await newAccount({ name: 'Zoë' });
    await db().user.update({ where: { id: named.viewer.id }, data: { passwordHash: null } });
    const decomposed = ' Zoë '.normalize('NFD');
    expect(await deleteAccount({ posts: 'keep', confirmation: decomposed }, named.viewer)).toMatchObject({
      ok: true,
    });
  });

  it('is never the last admin’s', async () => {
    await db().user.updateMany({ where: { role: 'admin' }, data: { role: 'learner' } });
    const first = await newAccount({ role: 'admin' });
    const form = { posts: 'keep', confirmation: password } as const;
    expect(await deleteAccount(form, first.viewer)).toMatchObject({
      ok: false,
      error: { code: 'last-admin' },
    });
    const second = await newAccount();
    valueOf(await setRole(first.viewer, second.viewer.id, 'admin'));
    const both = await Promise.all([deleteAccount(form, first.viewer), deleteAccount(form, second.viewer)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().user.count({ where: { role: 'admin' } })).toBe(1);
  });
});
