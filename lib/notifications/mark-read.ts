import 'server-only';
import { success } from '@/lib/outcome/outcome';
import type { ReadForm } from './forms';
import { markIdsRead, markReadUpTo } from './store';

/**
 * Marks one's own notifications as read: those that are named, or all up to the newest that was on the page, so that what came
 * while the person looked stays unread. Others' ids change nothing.
 */
export const markRead = async (viewerId: string, form: ReadForm) => {
  if ('ids' in form) await markIdsRead(viewerId, form.ids);
  else await markReadUpTo(viewerId, form.upTo);
  return success(undefined);
};
