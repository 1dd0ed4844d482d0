import 'server-only';
import { z } from 'zod';
import { refusal, success } from '@/lib/outcome/outcome';
import { mayAdminister, type Role } from './roles';
import { setRoleRow } from './staff/store';
import type { Viewer } from './viewer';

const refusals = {
  'not-admin': refusal('not-admin', 'Only an admin gives out roles.'),
  'own-role': refusal('own-role', 'Your own role is changed by another admin, so that one is always left.'),
  missing: refusal('missing', 'There is nobody of this address any more. Load the page again.'),
  guest: refusal('guest', 'A guest holds no role. Once they have signed up, you can give them one.'),
} as const;

/** Sets the role of another account. What it was and who changed it goes into the audit trail. */
export const setRole = async (viewer: Viewer, userId: string, role: Role) => {
  if (!mayAdminister(viewer)) return refusals['not-admin'];
  if (!z.uuid().safeParse(userId).success) return refusals.missing;
  const result = await setRoleRow(viewer.id, userId, role);
  return result === 'done' ? success({ role }) : refusals[result];
};
