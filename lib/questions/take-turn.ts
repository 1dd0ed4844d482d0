import 'server-only';
import type { Viewer } from '@/lib/accounts/viewer';
import { takeUse } from '@/lib/limits/take-use';
import { refusal, success } from '@/lib/outcome/outcome';
import { limitOf, newcomerHours, type Act } from './limits';
import { findAccountAge } from './store';

/** Who acts, and from where. */
export type Actor = { viewer: Viewer; address: string };

const acts: Record<Act, string> = {
  ask: 'questions',
  answer: 'answers',
  comment: 'comments',
  vote: 'votes',
  edit: 'changes',
  flag: 'reports',
};

/** Counts one act of this account and of this address, and refuses it in words when there were too many. */
export const takeTurn = async (act: Act, { viewer, address }: Actor) => {
  const isNew = viewer.isGuest || (await findAccountAge(viewer.id)) < newcomerHours * 60 * 60 * 1000;
  const own = await takeUse(limitOf(act, isNew ? 'newcomer' : 'account'), viewer.id);
  const shared = own.allowed ? await takeUse(limitOf(act, 'address'), address) : own;
  if (shared.allowed) return success(undefined);
  const whose = own.allowed ? 'from your network' : isNew ? 'from a new account' : 'from one account';
  const minutes = Math.ceil(shared.retryAfterSeconds / 60);
  return refusal(
    'too-many-requests',
    `That were many ${acts[act]} ${whose} within an hour. Nothing that you wrote is lost; try again in ${minutes} min.`,
  );
};
