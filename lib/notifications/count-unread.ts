import 'server-only';
import { countUnreadRows } from './store';

/** Most that are counted one by one: “99+” says the rest. */
export const mostCounted = 100;

/** How many notifications somebody has not read, at most `mostCounted`. Equal to what the lists show. */
export const countUnread = (viewerId: string): Promise<number> => countUnreadRows(viewerId, mostCounted);
