import 'server-only';
import { mayModerate } from '@/lib/accounts/roles';
import type { Viewer } from '@/lib/accounts/viewer';
import { success } from '@/lib/outcome/outcome';
import type { LockForm } from './forms';
import { setLockedRow } from './lock/store';
import { doneBefore, refusals } from './refusals';

/** Locks a thread: it takes votes, and no more answers, comments, edits or acceptances. Or opens it again. */
export const setLocked = async (moderator: Viewer, question: number, { isLocked, reason }: LockForm) => {
  if (!mayModerate(moderator)) return refusals.notModerator;
  const result = await setLockedRow(moderator.id, question, isLocked, reason);
  if (result === 'done') return success({ isLocked });
  return result === 'missing' ? refusals.missing : doneBefore(result.late);
};
