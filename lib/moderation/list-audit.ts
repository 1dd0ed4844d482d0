import 'server-only';
import { z } from 'zod';
import { isAct, type Act } from './acts';
import { listEntries, type AuditFilter, type AuditRow } from './audit/store';
import type { PostRef } from './post';

/** What somebody did, for the page of the trail. */
export type AuditLine = {
  id: number;
  at: number;
  actor: { id: string; name: string | null } | null;
  action: Act | null;
  post: (PostRef & { questionId: number; title: string | null }) | null;
  person: { id: string; name: string | null } | null;
  reason: string;
  /** The question that another was merged into, or taken out of. */
  into: number | null;
  /** Posts that were hidden together with a suspension; `canUndo` until they were shown again. */
  hidden: { posts: number; canUndo: boolean } | null;
  /** An admin gave another role. */
  role: { from: string; to: string } | null;
  /** The act as it is stored, for acts of other features. */
  name: string;
};

const Details = z.object({ into: z.int().optional(), posts: z.array(z.unknown()).optional() });
const RoleDetails = z.object({ from: z.string(), to: z.string() });

const postOf = ({ questionId, answerId, commentId, title }: AuditRow): AuditLine['post'] => {
  if (questionId === null) return null;
  if (commentId !== null) return { kind: 'comment', id: commentId, questionId, title };
  if (answerId !== null) return { kind: 'answer', id: answerId, questionId, title };
  return { kind: 'question', id: questionId, questionId, title };
};

const lineOf = (row: AuditRow): AuditLine => {
  const details = Details.safeParse(row.details).data;
  const posts = details?.posts?.length ?? 0;
  const role = row.action === 'role' ? RoleDetails.safeParse(row.details) : null;
  return {
    id: row.id,
    at: row.at.getTime(),
    actor: row.actorId === null ? null : { id: row.actorId, name: row.actor },
    action: isAct(row.action) ? row.action : null,
    post: postOf(row),
    person: row.userId === null ? null : { id: row.userId, name: row.person },
    reason: row.reason,
    into: details?.into ?? null,
    hidden: row.action === 'suspend' && posts > 0 ? { posts, canUndo: !row.isUndone } : null,
    role: role?.success ? role.data : null,
    name: row.action,
  };
};

/** What was done, newest first. `before` is the last entry of the page before. */
export const listAudit = async (
  filter: AuditFilter,
  before: number | null = null,
  limit = 50,
): Promise<{ lines: AuditLine[]; next: number | null; readAt: number }> => {
  const rows = await listEntries(filter, before, limit + 1);
  const lines = rows.slice(0, limit).map(lineOf);
  return { lines, next: rows.length > limit ? (lines.at(-1)?.id ?? null) : null, readAt: Date.now() };
};
