import 'server-only';
import { mayModerate } from '@/lib/accounts/roles';
import type { Viewer } from '@/lib/accounts/viewer';
import { success } from '@/lib/outcome/outcome';
import type { SuspensionForm } from './forms';
import { doneBefore, refusals } from './refusals';
import { suspensionDays } from './suspension-days';
import { liftRow, suspendRow } from './suspension/store';

/**
 * Suspends an account for a time or until it is lifted, and ends its sessions at once; or lifts the suspension. Moderators and
 * admins are suspended by admins only, nobody by themselves.
 */
export const setSuspended = async (moderator: Viewer, userId: string, form: SuspensionForm) => {
  if (!mayModerate(moderator)) return refusals.notModerator;
  const result = form.isSuspended
    ? await suspendRow(moderator, userId, { ...form, days: suspensionDays[form.length] })
    : await liftRow(moderator, userId, form.reason);
  if (result === 'done') return success({ isSuspended: false });
  if (typeof result === 'object')
    return 'late' in result ? doneBefore(result.late) : success({ isSuspended: true, ...result });
  switch (result) {
    case 'missing':
      return refusals.missing;
    case 'yourself':
      return refusals.yourself;
    case 'not-allowed':
      return refusals.notAllowed;
  }
};
