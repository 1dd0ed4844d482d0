import 'server-only';
import { db } from '@/lib/db/client';
import type { Role } from '../roles';
import { roleLock } from './role-lock';

/**
 * Gives a role, as an admin who still is one at that moment, and writes it into the audit trail. An admin cannot change their
 * own, so there always is one left.
 */
export const setRoleRow = (
  actorId: string,
  userId: string,
  role: Role,
): Promise<'not-admin' | 'own-role' | 'missing' | 'guest' | 'done'> =>
  db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(${roleLock}::int)) locked`;
    const actor = await tx.user.findUnique({ where: { id: actorId }, select: { role: true } });
    if (actor?.role !== 'admin') return 'not-admin';
    if (actorId === userId) return 'own-role';
    const user = await tx.user.findUnique({ where: { id: userId }, select: { role: true, isGuest: true } });
    if (!user) return 'missing';
    if (user.isGuest) return 'guest';
    if (user.role === role) return 'done';
    await tx.user.update({ where: { id: userId }, data: { role } });
    await tx.auditEntry.create({
      data: { actorId, userId, action: 'role', details: { from: user.role, to: role } },
    });
    return 'done';
  });
