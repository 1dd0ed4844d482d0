import 'server-only';
import { isMailOn } from '@/lib/mail/is-mail-on';
import type { Viewer } from '../viewer';
import { listProviders, providerIds, providerName, type Provider } from './provider';
import { findWaysInRow } from './store';
import { isReachedWithout } from './ways-in';

/** What the account page shows of the ways into an account. */
export type WaysIn = {
  email: string | null;
  isVerified: boolean;
  hasPassword: boolean;
  linked: (Provider & { linkedAt: Date; mayUnlink: boolean })[];
  offered: Provider[];
};

export const findWaysIn = async (viewer: Viewer): Promise<WaysIn> => {
  const row = await findWaysInRow(viewer.id);
  const linked = row.identities.flatMap(({ provider, linkedAt }) => {
    const id = providerIds.find((known) => known === provider);
    return id
      ? [{ id, name: providerName(id), linkedAt, mayUnlink: isReachedWithout(id, row, isMailOn()) }]
      : [];
  });
  return {
    email: row.email,
    isVerified: row.emailVerifiedAt !== null,
    hasPassword: row.passwordHash !== null,
    linked,
    offered: listProviders().filter(({ id }) => !linked.some((one) => one.id === id)),
  };
};
