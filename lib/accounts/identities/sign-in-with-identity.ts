import 'server-only';
import { isMailOn } from '@/lib/mail/is-mail-on';
import { refusal, success } from '@/lib/outcome/outcome';
import { isSuspended, suspensionWords, type Suspension } from '../suspension';
import type { Viewer } from '../viewer';
import { cleanName, type ForeignIdentity } from './foreign-identity';
import { linkedMail } from './identity-mails';
import { notifyOwner } from './notify-owner';
import { providerName } from './provider';
import { claimGuestWith, findByEmail, findOwner, insertAccountWith, insertIdentity } from './store';

type Account = Suspension & { id: string; suspendedBecause: string | null };

const admit = (account: Account) =>
  isSuspended(account)
    ? refusal('suspended', suspensionWords(account.suspendedBecause, account.suspendedUntil))
    : success(account.id);

/**
 * An account of the same address, where both sides know that the address is their owner's. Without that, whoever wrote the
 * address here first, or there, would get into what belongs to somebody else.
 */
const linkByEmail = async (
  identity: ForeignIdentity,
  account: Account & { emailVerifiedAt: Date | null },
) => {
  const name = providerName(identity.provider);
  if (account.emailVerifiedAt === null) {
    return refusal(
      'sign-in-first',
      `There is an account with the address of your ${name} account, but nobody confirmed that address here. Sign in with your password${isMailOn() ? ', or set a new one by mail' : ''}, then link ${name} in your account.`,
    );
  }
  const admitted = admit(account);
  if (!admitted.ok) return admitted;
  const { provider, subject } = identity;
  if (await insertIdentity({ provider, subject }, account.id)) {
    await notifyOwner(account.id, (to) => linkedMail(to, name));
    return admitted;
  }
  const owner = await findOwner({ provider, subject });
  if (owner) return admit(owner);
  return refusal(
    'another-linked',
    `The account with this address is linked to another ${name} account. Sign in with that one, or with your password.`,
  );
};

/** One try. Null: something that was free when it was looked at was taken when it was written. */
const tryOnce = async (identity: ForeignIdentity, guest: Viewer | null) => {
  const { provider, subject, email } = identity;
  const owner = await findOwner({ provider, subject });
  if (owner) return admit(owner);
  const sameEmail = email && (await findByEmail(email));
  if (sameEmail) return linkByEmail(identity, sameEmail);
  const name = cleanName(identity.name) ?? guest?.name ?? 'Learner';
  const made = guest
    ? await claimGuestWith({ provider, subject }, guest.id, { name, email })
    : await insertAccountWith({ provider, subject }, { name, email });
  return made === null ? null : success(made);
};

/**
 * Who an account elsewhere is here: by its unchanging id; else by an address that both sides have confirmed; else somebody
 * new, who takes over the guest's row when a guest signs in. @returns the user's id
 */
export const signInWithIdentity = async (identity: ForeignIdentity, viewer: Viewer | null) => {
  const guest = viewer?.isGuest ? viewer : null;
  // The second try sees what was in the way of the first: the same sign-in in another tab, or a guest that was claimed.
  const admitted = (await tryOnce(identity, guest)) ?? (await tryOnce(identity, null));
  if (!admitted) throw new Error('An account elsewhere fitted nowhere, twice.');
  return admitted;
};
