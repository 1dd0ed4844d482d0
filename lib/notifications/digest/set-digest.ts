import 'server-only';
import { success } from '@/lib/outcome/outcome';
import type { DigestForm } from '../forms';
import { setDigestRow } from './store';

/** How often somebody gets unread notifications by mail. */
export const setDigest = async (viewerId: string, { digest }: DigestForm) => {
  await setDigestRow(viewerId, digest);
  return success({ digest });
};
