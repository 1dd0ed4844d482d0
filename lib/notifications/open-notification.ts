import 'server-only';
import { permalinkOf } from './notification';
import { openRow } from './store';

/** Marks one of one's own as read. @returns where it leads to; the list when that cannot be opened, null when there is none */
export const openNotification = async (viewerId: string, id: number): Promise<string | null> => {
  const opened = await openRow(viewerId, id);
  if (!opened) return null;
  return opened.isReachable ? permalinkOf(opened) : '/notifications';
};
