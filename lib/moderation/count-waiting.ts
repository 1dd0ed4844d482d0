import 'server-only';
import { countWaitingRows } from './queue/store';

/** How many posts wait for a moderator. A post that is both reported and held counts twice; there is hardly one. */
export const countWaiting = async (): Promise<number> => {
  const { reportedPosts, heldPosts } = await countWaitingRows();
  return reportedPosts + heldPosts;
};
