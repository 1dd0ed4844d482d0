import 'server-only';
import { refusal, success } from '@/lib/outcome/outcome';
import type { ChangePasswordForm } from './forms';
import { findPasswordProblem } from './password-rules';
import { hashPassword, verifyPassword } from './passwords';
import { findPasswordHash, replacePasswordHash } from './store';
import type { Viewer } from './viewer';

/** Sets a new password. Every session of the account ends, the one that asked too. */
export const changePassword = async (form: ChangePasswordForm, viewer: Viewer) => {
  const fits = await verifyPassword(await findPasswordHash(viewer.id), form.current);
  if (!fits) return refusal('wrong-password', 'The current password is not right.');
  const [local = ''] = (viewer.email ?? '').split('@');
  const problem = findPasswordProblem(form.next, [local, ...viewer.name.split(/\s+/)]);
  if (problem) return refusal('weak-password', problem);
  await replacePasswordHash(viewer.id, await hashPassword(form.next));
  return success(undefined);
};
