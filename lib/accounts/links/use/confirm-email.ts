import 'server-only';
import { refusal, success } from '@/lib/outcome/outcome';
import type { Viewer } from '../../viewer';
import { addressIsTaken, linkIsGone } from '../refusals';
import { digestOf } from '../token';
import { confirmEmailRow } from './store';

/**
 * Confirms an address, or makes a new one the account's. It takes both: the link, which shows that mail arrives, and a session
 * of the account, which shows that the account is the mailbox owner's own (docs/decisions/0072).
 */
export const confirmEmail = async (token: string, viewer: Viewer) => {
  const confirmed = await confirmEmailRow(digestOf(token), viewer.id);
  if (confirmed === 'gone') return linkIsGone();
  if (confirmed === 'taken') return addressIsTaken();
  if (confirmed === 'another-account')
    return refusal(
      'another-account',
      'This link belongs to another account than the one that is signed in here. Sign in to that one, then open the link again.',
    );
  return success(confirmed);
};
