import 'server-only';
import { success } from '@/lib/outcome/outcome';
import { setFollowRow } from './follow/store';
import { refusals } from './refusals';

/**
 * Follows a question or says no to it. The no is kept: to answer or comment later does not follow again.
 * Set, never toggled: the same wish twice is one.
 */
export const setFollowing = async (viewerId: string, questionId: number, isFollowing: boolean) =>
  (await setFollowRow(viewerId, questionId, isFollowing)) ? success({ isFollowing }) : refusals.missing;
