import 'server-only';
import { isMailOn } from '@/lib/mail/is-mail-on';
import type { DigestForm } from '../forms';
import { findDigestRow } from './store';

export type DigestStanding = {
  digest: DigestForm['digest'];
  /** Why no mail would come, whatever is chosen; null: it does. */
  obstacle: 'site' | 'no-address' | 'unproven' | null;
};

export const findDigest = async (viewerId: string): Promise<DigestStanding> => {
  const row = await findDigestRow(viewerId);
  const obstacle = !isMailOn()
    ? 'site'
    : !row?.email
      ? 'no-address'
      : row.emailVerifiedAt
        ? null
        : 'unproven';
  return { digest: row?.digest ?? 'off', obstacle };
};
