import 'server-only';
import { confirmPerson } from '@/lib/accounts/confirm-person';
import type { Viewer } from '@/lib/accounts/viewer';
import { refusal, success } from '@/lib/outcome/outcome';
import type { DeleteAccountForm } from './deletion/delete-account-form';
import { deleteAccountRow } from './deletion/store';

/** Deletes the viewer's account for good once they confirmed it. */
export const deleteAccount = async ({ posts, confirmation }: DeleteAccountForm, viewer: Viewer) => {
  const confirmed = await confirmPerson(viewer, confirmation);
  if (!confirmed.ok) return confirmed;
  const result = await deleteAccountRow(viewer.id, posts);
  return result === 'done'
    ? success(undefined)
    : refusal(
        'last-admin',
        'You are the only admin. Make someone else an admin on their page first; then you can go.',
      );
};
