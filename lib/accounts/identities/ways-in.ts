/** How somebody can come into an account. */
type Ways = {
  email: string | null;
  emailVerifiedAt: Date | null;
  passwordHash: string | null;
  identities: readonly { provider: string }[];
};

/**
 * Whether an account is still reached when one of its accounts elsewhere is unlinked: by another, by a password with its
 * address, or by a link to an address that is known to be the owner's.
 */
export const isReachedWithout = (provider: string, ways: Ways, isMailOn: boolean): boolean =>
  ways.identities.some((identity) => identity.provider !== provider) ||
  (ways.email !== null && ways.passwordHash !== null) ||
  (ways.email !== null && ways.emailVerifiedAt !== null && isMailOn);
