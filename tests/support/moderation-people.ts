import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import type { DecisionForm, FlagForm } from '@/lib/moderation/forms';
import { addComment } from '@/lib/questions/add-comment';
import { answerQuestion } from '@/lib/questions/answer-question';
import type { Actor } from '@/lib/questions/take-turn';
import { newGuest, valueOf } from './question-people';

type Role = 'learner' | 'mentor' | 'moderator' | 'admin';

/** Somebody with an account of a month, whose posts nobody judges. */
export const newMember = async (role: Role = 'learner') => {
  const guest = await newGuest();
  const monthAgo = new Date(Date.now() - 30 * 24 * 60 * 60 * 1000);
  const data = { isGuest: false, role, createdAt: monthAgo, email: `${guest.viewer.id}@example.org` };
  await db().user.update({ where: { id: guest.viewer.id }, data });
  return { ...guest, viewer: { ...guest.viewer, isGuest: false, role } };
};

export const newModerator = () => newMember('moderator');

export const answer = async (actor: Actor, question: number, body = 'Because it speaks HTTP.') =>
  valueOf(await answerQuestion(actor, question, { body, submission: randomUUID() })).id;

export const comment = async (
  actor: Actor,
  question: number,
  about: number | null = null,
  body = 'Which version?',
) => valueOf(await addComment(actor, question, { answer: about, body, submission: randomUUID() })).id;

export const flagOf = (kind: FlagForm['kind'], id: number, change: Partial<FlagForm> = {}): FlagForm => ({
  kind,
  id,
  reason: 'spam',
  words: '',
  ...change,
});

export const hideOf = (kind: DecisionForm['kind'], id: number, reason = 'It advertises.'): DecisionForm => ({
  act: 'hide',
  kind,
  id,
  reason,
});

export const codeOf = (outcome: { ok: boolean; error?: { code: string } }) => outcome.error?.code;
export const messageOf = (outcome: { ok: boolean; error?: { message: string } }) =>
  outcome.error?.message ?? '';
export const times = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, at) => make(at));

/** What somebody was told by moderators, oldest first. */
export const toldTo = async (person: Actor) => {
  const told = await db().notification.findMany({
    where: { userId: person.viewer.id },
    orderBy: { id: 'asc' },
  });
  return told
    .filter(({ kind }) => kind === 'moderated' || kind === 'flagResolved')
    .map(({ kind, words }) => `${kind}: ${words}`);
};

/** Every count that is kept beside the rows it counts, where it is not that of the rows. */
export const wrongCounts = () => db().$queryRaw<unknown[]>`
  SELECT q."id" FROM "Question" q WHERE q."answerCount" <> (SELECT count(*) FROM "Answer" a
    WHERE a."questionId" = q."id" AND a."deletedAt" IS NULL AND a."hiddenAt" IS NULL)`;

/** Resolves when so many statements of this database wait for a lock. */
export const untilBlocked = async (count: number) => {
  for (let blocked = 0; blocked < count;) {
    const [row] = await db().$queryRaw<{ blocked: number }[]>`
      SELECT count(*)::int AS "blocked" FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    blocked = row?.blocked ?? 0;
  }
};
