import 'server-only';
import { z } from 'zod';
import { refusal, success } from '@/lib/outcome/outcome';
import { PasswordInput } from '../forms';
import { findPasswordProblem } from '../password-rules';
import { hashPassword } from '../passwords';
import type { Viewer } from '../viewer';
import { passwordSetMail } from './identity-mails';
import { notifyOwner } from './notify-owner';
import { insertPasswordHash } from './store';

export const FirstPasswordForm = z.strictObject({ password: PasswordInput });

/** Gives an account that was made without one a password. Other sessions end, this one goes on, and the owner gets a mail. */
export const setFirstPassword = async (password: string, viewer: Viewer) => {
  if (viewer.email === null) {
    return refusal(
      'no-address',
      'A password needs an address to sign in with. Add one to your account first.',
    );
  }
  const [local = ''] = viewer.email.split('@');
  const problem = findPasswordProblem(password, [local, ...viewer.name.split(/\s+/)]);
  if (problem) return refusal('weak-password', problem);
  if (!(await insertPasswordHash(viewer.id, viewer.sessionId, await hashPassword(password))))
    return refusal('has-password', 'Your account has a password by now. Load the page again to change it.');
  await notifyOwner(viewer.id, passwordSetMail);
  return success(undefined);
};
