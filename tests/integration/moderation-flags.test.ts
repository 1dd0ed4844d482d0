import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { decideCase } from '@/lib/moderation/decide-case';
import { findFlag } from '@/lib/moderation/find-flag';
import { flagPost } from '@/lib/moderation/flag-post';
import { FlagForm } from '@/lib/moderation/forms';
import { listCases } from '@/lib/moderation/list-cases';
import { setCommentDeleted } from '@/lib/questions/set-comment-deleted';
import { editAnswer } from '@/lib/questions/edit-post';
import { limitOf } from '@/lib/questions/limits';
import { setDeleted } from '@/lib/questions/set-deleted';
import { flagOf, hideOf, toldTo } from '@/tests/support/moderation';
import { codeOf, messageOf, valueOf } from '@/tests/support/outcomes';
import { newGuest, newMember, newModerator } from '@/tests/support/people';
import { answer, ask, comment } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';
import { times } from '@/tests/support/times';

withSite();

const openFlags = (questionId: number) => db().flag.findMany({ where: { questionId, resolvedAt: null } });

describe('a report', () => {
  it('is one of a person and a post, however often it is sent, and changes while it is open', async () => {
    const [asker, reader] = [await newMember(), await newMember()];
    const id = await ask(asker);
    await Promise.all(times(8, () => flagPost(reader, flagOf('question', id))));
    expect(await openFlags(id)).toHaveLength(1);
    const change = { reason: 'other', words: 'It names a customer.' } as const;
    expect((await flagPost(reader, flagOf('question', id, change))).ok).toBe(true);
    expect(await openFlags(id)).toMatchObject([change]);
    expect(valueOf(await findFlag(reader.viewer.id, { kind: 'question', id }))).toMatchObject({
      ...change,
      decided: null,
    });
    expect(valueOf(await findFlag(asker.viewer.id, { kind: 'question', id })).reason).toBeNull();
  });

  it('goes to questions, answers and comments of others that are shown, and to nothing else', async () => {
    const [asker, helper, reader] = [await newMember(), await newMember(), await newMember()];
    const id = await ask(asker);
    const given = await answer(helper, id);
    const said = await comment(asker, id, given);
    for (const form of [flagOf('question', id), flagOf('answer', given), flagOf('comment', said)]) {
      expect((await flagPost(reader, form)).ok, form.kind).toBe(true);
      expect(codeOf(await flagPost(reader, { ...form, id: 999_999 })), form.kind).toBe('missing');
    }
    expect(codeOf(await flagPost(asker, flagOf('question', id)))).toBe('own-post');
    expect(codeOf(await flagPost(helper, flagOf('answer', given)))).toBe('own-post');
    expect(codeOf(await flagPost(asker, flagOf('comment', said)))).toBe('own-post');
    const late = await newMember();
    await setDeleted(helper.viewer.id, 'answer', given, true);
    expect(codeOf(await flagPost(late, flagOf('answer', given)))).toBe('not-shown');
    expect(codeOf(await flagPost(late, flagOf('comment', said))), 'below a deleted answer').toBe('not-shown');
    await setCommentDeleted(asker.viewer.id, said, true);
    expect(codeOf(await flagPost(late, flagOf('comment', said)))).toBe('not-shown');
  });

  it('needs words when no reason fits, and takes only what can be stored', () => {
    const isGood = (change: object) => FlagForm.safeParse({ ...flagOf('question', 1), ...change }).success;
    expect(isGood({})).toBe(true);
    expect(isGood({ reason: 'other' })).toBe(false);
    expect(isGood({ reason: 'other', words: 'It names a customer.' })).toBe(true);
    for (const wrong of [
      { words: 'x'.repeat(501) },
      { words: 'a\0' },
      { reason: 'boring' },
      { id: 0 },
      { kind: 'user' },
      { by: 'me' },
    ])
      expect(isGood(wrong), JSON.stringify(wrong)).toBe(false);
  });

  it('is limited, stricter for newcomers, in words that say when to come back', async () => {
    const [asker, newcomer, member] = [await newMember(), await newGuest(), await newMember()];
    const id = await ask(asker);
    const { max } = limitOf('flag', 'newcomer');
    for (let at = 0; at < max; at += 1)
      expect((await flagPost(newcomer, flagOf('question', id))).ok).toBe(true);
    const refused = await flagPost(newcomer, flagOf('question', id));
    expect(messageOf(refused)).toMatch(/reports from a new account.*try again in \d+ min/);
    for (let at = 0; at <= max; at += 1)
      expect((await flagPost(member, flagOf('question', id))).ok).toBe(true);
  });

  it('is answered: everybody who reported is told what became of it, once', async () => {
    const moderator = await newModerator();
    const [asker, first, second] = [await newMember(), await newMember(), await newMember()];
    const [good, bad] = [await ask(asker), await ask(asker)];
    for (const id of [good, bad])
      await Promise.all([first, second].map((person) => flagPost(person, flagOf('question', id))));
    const [seen = 0] = (await openFlags(good)).map((flag) => flag.id).toSorted((a, b) => b - a);
    await decideCase(moderator.viewer, {
      act: 'dismiss',
      kind: 'question',
      id: good,
      reason: 'It is about the lesson.',
      seen,
    });
    await decideCase(moderator.viewer, hideOf('question', bad));
    for (const person of [first, second])
      expect(await toldTo(person)).toEqual([
        'flagResolved: A moderator read the question that you reported and left it as it is: It is about the lesson.',
        'flagResolved: A moderator agreed about the question that you reported, and hid it.',
      ]);
    expect(await toldTo(asker)).toEqual(['moderated: A moderator hid your question: It advertises.']);
    expect(valueOf(await findFlag(first.viewer.id, { kind: 'question', id: good })).decided).toContain(
      'left it as it is',
    );
  });

  it('that was decided on opens again only when the post was changed since', async () => {
    const moderator = await newModerator();
    const [asker, helper, reader] = [await newMember(), await newMember(), await newMember()];
    const given = await answer(helper, await ask(asker));
    const report = flagOf('answer', given);
    await flagPost(reader, report);
    await decideCase(moderator.viewer, {
      act: 'dismiss',
      kind: 'answer',
      id: given,
      reason: '',
      seen: 2_000_000_000,
    });
    const again = await flagPost(reader, report);
    expect(codeOf(again)).toBe('resolved');
    expect(messageOf(again)).toContain('left it as it is');
    await editAnswer(helper, given, { body: 'Now it is rude.', version: 1 });
    expect((await flagPost(reader, { ...report, reason: 'rude' })).ok).toBe(true);
    const flags = await db().flag.findMany({ where: { answerId: given } });
    expect(flags).toMatchObject([{ reason: 'rude', resolvedAt: null, resolverId: null, resolution: null }]);
  });

  it('that arrives as the post is hidden comes before that, or is refused: none is left open', async () => {
    const moderator = await newModerator();
    const people = await Promise.all(times(6, () => newMember()));
    const id = await ask(await newMember());
    const results = await Promise.all([
      ...people.slice(0, 3).map((person) => flagPost(person, flagOf('question', id))),
      decideCase(moderator.viewer, hideOf('question', id)),
      ...people.slice(3).map((person) => flagPost(person, flagOf('question', id))),
    ]);
    expect(results.map(codeOf).filter((code) => code !== undefined && code !== 'not-shown')).toEqual([]);
    expect(await openFlags(id)).toEqual([]);
  });

  it('stays when the account that sent it goes', async () => {
    const [asker, reader] = [await newMember(), await newMember()];
    const id = await ask(asker);
    await flagPost(reader, flagOf('question', id));
    await db().user.delete({ where: { id: reader.viewer.id } });
    const { cases } = await listCases(null, 100);
    expect(cases.find((one) => one.kind === 'question' && one.id === id)?.flags).toMatchObject([
      { reporter: null },
    ]);
    const moderator = await newModerator();
    expect((await decideCase(moderator.viewer, hideOf('question', id))).ok).toBe(true);
  });
});
