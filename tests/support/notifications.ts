import { listNotifications } from '@/lib/notifications/list-notifications';
import type { Notification } from '@/lib/notifications/notification';
import type { Actor } from '@/lib/questions/take-turn';

/** What the first page of the list shows to somebody. */
export const listed = async ({ viewer }: Actor): Promise<Notification[]> =>
  (await listNotifications(viewer.id)).groups.flatMap(({ notifications }) => notifications);

/** The kinds and the posts of it. */
export const told = async (actor: Actor) =>
  (await listed(actor)).map(({ kind, answerId, commentId }) => [kind, answerId, commentId]);
