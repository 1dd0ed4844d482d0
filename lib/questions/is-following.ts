import 'server-only';
import { isFollowingRow } from './follow/store';

/** Whether this person is told of what happens in a thread. */
export const isFollowing = (viewerId: string, questionId: number): Promise<boolean> =>
  isFollowingRow(viewerId, questionId);
