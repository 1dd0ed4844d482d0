import 'server-only';
import { listSessionRows } from './store';
import type { Viewer } from './viewer';

/** Somewhere the account is signed in. Times are epoch ms; `lastSeenAt` is written at most once an hour. */
export type OpenSession = {
  id: string;
  /** “Firefox on Linux”. */
  client: string;
  signedInAt: number;
  lastSeenAt: number;
  isThis: boolean;
};

/** Most that are listed; what is older is ended by “end all others”, too. */
const mostListed = 50;

/** The viewer's sessions: the one that asks first, then those seen last. */
export const listSessions = async (viewer: Viewer): Promise<OpenSession[]> => {
  const rows = await listSessionRows(viewer.id, viewer.sessionId, mostListed);
  return rows.map(({ id, client, createdAt, lastSeenAt }) => ({
    id,
    client: client || 'A browser',
    signedInAt: createdAt.getTime(),
    lastSeenAt: lastSeenAt.getTime(),
    isThis: id === viewer.sessionId,
  }));
};
