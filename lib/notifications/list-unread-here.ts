import 'server-only';
import { listUnreadIds } from './store';

/** Ids of unread notifications that are about what a page of a thread shows. Whoever sees it has read them. */
export const listUnreadHere = (
  viewerId: string,
  questionId: number,
  answerIds: readonly number[],
): Promise<number[]> => listUnreadIds(viewerId, questionId, answerIds);
