import 'server-only';
import { groupByThread, type ThreadGroup } from './notification';
import { listRows } from './store';

export type NotificationPage = {
  groups: ThreadGroup[];
  /** The newest id on this page, for marking all as read; null: there is none. */
  newest: number | null;
  hasUnread: boolean;
  /** For the next page; null: this is the last. */
  next: number | null;
};

/** What a person was told, newest first, by thread. Threads are put together within a page only, so that pages stay apart. */
export const listNotifications = async (
  viewerId: string,
  before: number | null = null,
  limit = 30,
): Promise<NotificationPage> => {
  const rows = await listRows(viewerId, before, limit + 1);
  const shown = rows.slice(0, limit);
  return {
    groups: groupByThread(shown),
    newest: shown[0]?.id ?? null,
    hasUnread: shown.some(({ isRead }) => !isRead),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
};
