import 'server-only';
import { db } from '@/lib/db/client';

export type PostKey = { kind: 'question' | 'answer'; id: number };

const whereOf = ({ kind, id }: PostKey) => (kind === 'question' ? { questionId: id } : { answerId: id });

/** Versions that were replaced, the latest first, with who replaced each and when. */
export const listReplaced = async (post: PostKey, before: number, limit: number) => {
  const rows = await db().revision.findMany({
    where: { ...whereOf(post), version: { lt: before } },
    orderBy: { version: 'desc' },
    take: limit,
    select: { version: true, replacedAt: true, editor: { select: { name: true } } },
  });
  return rows.map(({ version, replacedAt, editor }) => ({
    version,
    replacedAt,
    editor: editor?.name ?? null,
  }));
};

/** What a replaced version said. */
export const findReplaced = (post: PostKey, version: number) =>
  db().revision.findFirst({
    where: { ...whereOf(post), version },
    select: { version: true, title: true, body: true },
  });
