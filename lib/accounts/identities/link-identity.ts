import 'server-only';
import { refusal, success } from '@/lib/outcome/outcome';
import type { Viewer } from '../viewer';
import type { ForeignIdentity } from './foreign-identity';
import { linkedMail } from './identity-mails';
import { notifyOwner } from './notify-owner';
import { providerName } from './provider';
import { confirmEmail, findOwner, insertIdentity } from './store';

/** Lets an account elsewhere sign in to the viewer's account. An address that both name is confirmed by it. */
export const linkIdentity = async ({ provider, subject, email }: ForeignIdentity, viewer: Viewer) => {
  const name = providerName(provider);
  const isNew = await insertIdentity({ provider, subject }, viewer.id);
  if (!isNew) {
    const owner = await findOwner({ provider, subject });
    if (!owner)
      return refusal('another-linked', `Your account has another ${name} account. Unlink that one first.`);
    if (owner.id !== viewer.id) {
      return refusal(
        'elsewhere',
        `This ${name} account signs in to another account here. Sign in with it and unlink it there first.`,
      );
    }
  }
  if (email) await confirmEmail(viewer.id, email);
  if (isNew) await notifyOwner(viewer.id, (to) => linkedMail(to, name));
  return success(viewer.id);
};
