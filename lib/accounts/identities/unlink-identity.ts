import 'server-only';
import { isMailOn } from '@/lib/mail/is-mail-on';
import { refusal, success } from '@/lib/outcome/outcome';
import type { Viewer } from '../viewer';
import { unlinkedMail } from './identity-mails';
import { notifyOwner } from './notify-owner';
import { providerName, type ProviderId } from './provider';
import { deleteIdentity } from './store';
import { isReachedWithout } from './ways-in';

/** Unlinks an account elsewhere, never the last way into an account. What is not linked counts as done. */
export const unlinkIdentity = async (provider: ProviderId, viewer: Viewer) => {
  const done = await deleteIdentity(viewer.id, provider, (row) =>
    isReachedWithout(provider, row, isMailOn()),
  );
  const name = providerName(provider);
  if (done === 'last') {
    return refusal(
      'last-way-in',
      `${name} is the only way into your account. Set a password or link another account first.`,
    );
  }
  if (done === 'unlinked') await notifyOwner(viewer.id, (to) => unlinkedMail(to, name));
  return success(undefined);
};
