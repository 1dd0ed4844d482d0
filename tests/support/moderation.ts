import { db } from '@/lib/db/client';
import type { DecisionForm, FlagForm } from '@/lib/moderation/forms';
import { listAudit } from '@/lib/moderation/list-audit';
import type { Actor } from '@/lib/questions/take-turn';

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

/** What moderators did about a question, oldest first. */
export const trailOf = async (question: number) =>
  (await listAudit({ person: null, question })).lines.map(({ action }) => action).toReversed();
