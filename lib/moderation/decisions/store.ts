import 'server-only';
import { inTransaction } from '@/lib/db/in-transaction';
import { Prisma } from '@/lib/db/generated/client';
import type { Act } from '../acts';
import type { DecisionForm } from '../forms';
import type { Moderator } from '../moderator';
import type { LastAct } from '../refusals';
import {
  findLastAct,
  idsOf,
  lockPost,
  resolveFlags,
  tableOf,
  tellAuthor,
  writeEntry,
  type LockedPost,
} from '../store';

type Late = { late: LastAct | null };

const decisions: readonly Act[] = [
  'dismiss',
  'uphold',
  'hide',
  'restore',
  'approve',
  'refuse',
  'merge',
  'unmerge',
];

/** From what an act leads away; what it does to the post. Null: to the reports only. */
const changes = {
  dismiss: { from: null, to: null },
  uphold: { from: 'shown', to: null },
  hide: { from: 'shown', to: 'hidden' },
  refuse: { from: 'held', to: 'hidden' },
  restore: { from: 'moderated', to: 'shown' },
  approve: { from: 'held', to: 'shown' },
} as const;

const stateOf = ({ hiddenBecause }: LockedPost) => hiddenBecause ?? 'shown';

/**
 * Carries out a decision on a post, its reports, the words to those concerned and the audit entry, all or nothing. The post is
 * locked first, and what it is must still be what the decision leads away from: of two moderators the second changes nothing
 * and learns what the first did. The same moderator saying the same twice is done once.
 */
export const decideRow = (
  moderator: Moderator,
  form: DecisionForm,
): Promise<'done' | 'missing' | 'own' | Late> =>
  inTransaction(async (tx) => {
    const post = await lockPost(tx, form);
    if (!post) return 'missing';
    if (post.authorId === moderator.id && moderator.role !== 'admin') return 'own';
    const { from, to } = changes[form.act];
    const late = async (): Promise<'done' | Late> => {
      const last = await findLastAct(tx, form, decisions);
      const isSame =
        last?.actorId === moderator.id && last.action === form.act && last.reason === form.reason;
      return isSame ? 'done' : { late: last };
    };
    if (from !== null && stateOf(post) !== from) return late();
    const told = { act: form.act, reason: form.reason };
    const closesFlags = to !== 'shown';
    const seen = 'seen' in form ? form.seen : null;
    const flags = closesFlags ? await resolveFlags(tx, moderator.id, post, told, seen) : [];
    if (to === null && flags.length === 0) return late();
    if (to !== null) {
      const hidden =
        to === 'hidden'
          ? Prisma.sql`now(), 'moderated'::"HiddenBecause", ${form.reason}`
          : Prisma.sql`NULL, NULL, NULL`;
      await tx.$executeRaw`UPDATE ${tableOf[form.kind]} SET ("hiddenAt", "hiddenBecause", "hiddenWords") = ROW(${hidden})
        WHERE "id" = ${form.id}`;
    }
    await tellAuthor(tx, moderator.id, post, told);
    await writeEntry(tx, {
      ...idsOf(post),
      actorId: moderator.id,
      action: form.act,
      userId: post.authorId,
      reason: form.reason,
      details: flags.length === 0 ? {} : { flags },
    });
    return 'done';
  });
