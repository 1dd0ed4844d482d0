import { describe, expect, it } from 'vitest';
import { checkCredentials } from '@/lib/accounts/check-credentials';
import { db } from '@/lib/db/client';
import { decideCase } from '@/lib/moderation/decide-case';
import { findPerson } from '@/lib/moderation/find-person';
import { flagPost } from '@/lib/moderation/flag-post';
import { SuspensionForm } from '@/lib/moderation/forms';
import { listAudit } from '@/lib/moderation/list-audit';
import { setSuspended } from '@/lib/moderation/set-suspended';
import { unhidePosts } from '@/lib/moderation/unhide-posts';
import { findThread } from '@/lib/questions/find-thread';
import { wrongCounts } from '@/tests/support/counts';
import { flagOf, hideOf, toldTo } from '@/tests/support/moderation';
import { codeOf, messageOf, valueOf } from '@/tests/support/outcomes';
import { password } from '@/tests/support/passwords';
import { newGuest, newMember, newModerator, viewerOf } from '@/tests/support/people';
import { answer, ask, comment } from '@/tests/support/posts';
import { sessionCookie } from '@/tests/support/sessions';
import { times } from '@/tests/support/times';
import { withSite } from '@/tests/support/with-site';

withSite();

const suspension = (change: Partial<Extract<SuspensionForm, { isSuspended: true }>> = {}) =>
  ({
    isSuspended: true,
    length: 'week',
    reason: 'Advertising.',
    hidesPosts: false,
    seen: null,
    ...change,
  }) as const;
const lift = { isSuspended: false, reason: 'It was a mistake.' } as const;
const day = 24 * 60 * 60 * 1000;

const trailOfPerson = async (id: string) =>
  (await listAudit({ person: { id }, question: null }, null, 200)).lines
    .map(({ action }) => action)
    .toReversed();

describe('a suspension', () => {
  it('ends every session at once, and signing in says why and until when', async () => {
    const moderator = await newModerator();
    const person = await newMember({ email: 'spam@example.org', hasPassword: true });
    const elsewhere = await sessionCookie(person.viewer);
    expect((await viewerOf(person.cookie))?.id).toBe(person.viewer.id);
    expect((await setSuspended(moderator.viewer, person.viewer.id, suspension())).ok).toBe(true);
    expect([await viewerOf(person.cookie), await viewerOf(elsewhere)]).toEqual([null, null]);
    expect(await db().session.count({ where: { userId: person.viewer.id } })).toBe(0);
    const refused = await checkCredentials({ email: 'spam@example.org', password }, 'here');
    const until = new Date(Date.now() + 7 * day).toISOString().slice(0, 10);
    expect(messageOf(refused)).toBe(
      `This account is suspended until ${until}. A moderator wrote: “Advertising.”`,
    );
  });

  it('lasts a day, a week, 30 days or until it is lifted', async () => {
    const moderator = await newModerator();
    for (const [length, days] of [
      ['day', 1],
      ['week', 7],
      ['month', 30],
      ['open', null],
    ] as const) {
      const person = await newMember();
      await setSuspended(moderator.viewer, person.viewer.id, suspension({ length }));
      const { suspendedUntil } = await db().user.findUniqueOrThrow({ where: { id: person.viewer.id } });
      if (days === null) expect(suspendedUntil).toBeNull();
      else expect(Math.abs((suspendedUntil?.getTime() ?? 0) - Date.now() - days * day)).toBeLessThan(60_000);
    }
  });

  it('that is lifted lets the person in again', async () => {
    const moderator = await newModerator();
    const person = await newMember({ email: 'back@example.org', hasPassword: true });
    await setSuspended(moderator.viewer, person.viewer.id, suspension({ length: 'open' }));
    expect((await setSuspended(moderator.viewer, person.viewer.id, lift)).ok).toBe(true);
    const let_in = await checkCredentials({ email: 'back@example.org', password }, 'there');
    expect(let_in.ok).toBe(true);
    expect(await trailOfPerson(person.viewer.id)).toEqual(['suspend', 'lift']);
    expect(codeOf(await setSuspended((await newModerator()).viewer, person.viewer.id, lift))).toBe(
      'done-before',
    );
  });

  it('is not for moderators and admins unless an admin says so, never for oneself, and not by others', async () => {
    const [moderator, admin, colleague, boss] = [
      await newModerator(),
      await newMember({ role: 'admin' }),
      await newModerator(),
      await newMember({ role: 'admin' }),
    ];
    const mentor = await newMember({ role: 'mentor' });
    for (const protectedOne of [colleague, boss])
      expect(codeOf(await setSuspended(moderator.viewer, protectedOne.viewer.id, suspension()))).toBe(
        'not-allowed',
      );
    expect((await setSuspended(moderator.viewer, mentor.viewer.id, suspension())).ok).toBe(true);
    for (const self of [moderator, admin])
      expect(codeOf(await setSuspended(self.viewer, self.viewer.id, suspension()))).toBe('yourself');
    for (const other of [colleague, boss])
      expect((await setSuspended(admin.viewer, other.viewer.id, suspension())).ok).toBe(true);
    expect(codeOf(await setSuspended(moderator.viewer, colleague.viewer.id, lift))).toBe('not-allowed');
    const [learner, victim] = [await newMember(), await newMember()];
    for (const person of [learner, mentor, await newGuest()])
      for (const form of [suspension(), lift])
        expect(codeOf(await setSuspended(person.viewer, victim.viewer.id, form))).toBe('not-moderator');
    expect(
      codeOf(await setSuspended(moderator.viewer, '00000000-0000-4000-8000-000000000000', suspension())),
    ).toBe('missing');
  });

  it('is set once by two moderators at once; who saw another one than there is changes nothing', async () => {
    const [first, second] = [await newModerator(), await newModerator()];
    const person = await newMember();
    const outcomes = await Promise.all([
      setSuspended(first.viewer, person.viewer.id, suspension({ reason: 'The first.' })),
      setSuspended(second.viewer, person.viewer.id, suspension({ reason: 'The second.', length: 'open' })),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.map(messageOf).join('')).toMatch(
      /suspended this account in the meantime and wrote: “The (first|second)\.”/,
    );
    expect(await trailOfPerson(person.viewer.id)).toEqual(['suspend']);
    const seen = (await findPerson(person.viewer.id))?.person.suspended?.since ?? null;
    const longer = suspension({ reason: 'Longer.', length: 'open', seen });
    expect((await setSuspended(second.viewer, person.viewer.id, longer)).ok).toBe(true);
    expect((await findPerson(person.viewer.id))?.person).toMatchObject({
      suspensions: 2,
      suspended: { until: null, because: 'Longer.' },
    });
  });

  it('is not there any more once its time is over', async () => {
    const moderator = await newModerator();
    const person = await newMember();
    await setSuspended(moderator.viewer, person.viewer.id, suspension({ length: 'day' }));
    const past = new Date(Date.now() - 1000);
    await db().user.update({ where: { id: person.viewer.id }, data: { suspendedUntil: past } });
    expect((await findPerson(person.viewer.id))?.person.suspended).toBeNull();
    expect(
      (await setSuspended(moderator.viewer, person.viewer.id, suspension({ reason: 'Again.' }))).ok,
    ).toBe(true);
  });

  it('takes a reason and one of four lengths', () => {
    const isGood = (change: object) => SuspensionForm.safeParse({ ...suspension(), ...change }).success;
    expect(isGood({})).toBe(true);
    for (const wrong of [
      { reason: '' },
      { length: 'year' },
      { length: 3 },
      { hidesPosts: 'yes' },
      { seen: 'now' },
      { role: 'admin' },
    ])
      expect(isGood(wrong), JSON.stringify(wrong)).toBe(false);
  });
});

describe('a wave of posts', () => {
  const wave = async () => {
    const [spammer, asker] = [await newMember(), await newMember()];
    const thread = await ask(asker);
    const posts = {
      question: await ask(spammer),
      answer: await answer(spammer, thread),
      comment: await comment(spammer, thread),
      old: await answer(spammer, thread, 'From last week.'),
    };
    await db().answer.update({
      where: { id: posts.old },
      data: { createdAt: new Date(Date.now() - 7 * day) },
    });
    return { spammer, asker, thread, posts };
  };

  it('is hidden together with the suspension, with its reports, and older posts stay', async () => {
    const moderator = await newModerator();
    const { spammer, asker, thread, posts } = await wave();
    await flagPost(asker, flagOf('answer', posts.answer));
    const suspended = await setSuspended(
      moderator.viewer,
      spammer.viewer.id,
      suspension({ hidesPosts: true }),
    );
    expect(valueOf(suspended)).toMatchObject({ hidden: 3 });
    expect(await findThread(posts.question, null)).toBeNull();
    expect(await findThread(thread, null)).toMatchObject({
      answers: [{ id: posts.old }],
      comments: [],
      question: { answerCount: 1 },
    });
    expect((await findThread(thread, spammer.viewer.id))?.comments).toMatchObject([
      { hidden: { words: 'Advertising.' } },
    ]);
    expect(await toldTo(asker)).toEqual([
      'flagResolved: A moderator agreed about the answer that you reported, and hid it.',
    ]);
    expect(await trailOfPerson(spammer.viewer.id)).toEqual(['suspend', 'hide', 'hide', 'hide']);
    expect(await wrongCounts()).toEqual([]);
  });

  it('comes back as a whole, once, without what was hidden for another reason', async () => {
    const [moderator, second] = [await newModerator(), await newModerator()];
    const { spammer, thread, posts } = await wave();
    await decideCase(moderator.viewer, hideOf('comment', posts.comment, 'It is rude.'));
    await setSuspended(moderator.viewer, spammer.viewer.id, suspension({ hidesPosts: true }));
    await decideCase(moderator.viewer, { act: 'restore', kind: 'answer', id: posts.answer, reason: '' });
    await decideCase(moderator.viewer, hideOf('answer', posts.answer, 'It is wrong.'));
    const { lines } = await listAudit({ person: { id: spammer.viewer.id }, question: null });
    const line = lines.find(({ action }) => action === 'suspend');
    expect(line?.hidden).toEqual({ posts: 2, canUndo: true });
    const undone = await Promise.all([
      unhidePosts(moderator.viewer, line?.id ?? 0, { reason: 'A mistake.' }),
      unhidePosts(second.viewer, line?.id ?? 0, { reason: 'Also a mistake.' }),
    ]);
    expect(undone.filter((outcome) => outcome.ok).map(valueOf)).toEqual([{ shown: 1 }]);
    expect(undone.map(messageOf).join('')).toContain('showed the posts again that were hidden together');
    expect(await findThread(posts.question, null)).not.toBeNull();
    expect(await findThread(thread, null)).toMatchObject({ answers: [{ id: posts.old }], comments: [] });
    const after = await listAudit({ person: { id: spammer.viewer.id }, question: null });
    expect(after.lines.find(({ action }) => action === 'suspend')?.hidden).toEqual({
      posts: 2,
      canUndo: false,
    });
    expect(
      (await db().user.findUniqueOrThrow({ where: { id: spammer.viewer.id } })).suspendedAt,
    ).not.toBeNull();
    expect(codeOf(await unhidePosts((await newMember()).viewer, line?.id ?? 0, { reason: '' }))).toBe(
      'not-moderator',
    );
    expect(codeOf(await unhidePosts(moderator.viewer, 999_999, { reason: '' }))).toBe('missing');
    expect(await wrongCounts()).toEqual([]);
  });

  it('is hidden while others decide, answer and merge around it, and nobody waits for ever', async () => {
    const moderators = await Promise.all(times(3, newModerator));
    const [spammer, asker, helper] = [await newMember(), await newMember(), await newMember()];
    const threads = await Promise.all(times(6, () => ask(asker)));
    const given = await Promise.all(threads.map((id) => answer(spammer, id)));
    await Promise.all([
      setSuspended(
        moderators[0]?.viewer ?? spammer.viewer,
        spammer.viewer.id,
        suspension({ hidesPosts: true }),
      ),
      ...given.map((id) => decideCase(moderators[1]?.viewer ?? spammer.viewer, hideOf('answer', id))),
      ...threads.map((id) => answer(helper, id)),
      ...given
        .toReversed()
        .map((id) => decideCase(moderators[2]?.viewer ?? spammer.viewer, hideOf('answer', id, 'Also.'))),
    ]);
    expect(await db().answer.count({ where: { authorId: spammer.viewer.id, hiddenAt: null } })).toBe(0);
    expect(await wrongCounts()).toEqual([]);
  });
});
