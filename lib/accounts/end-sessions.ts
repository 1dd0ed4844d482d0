import 'server-only';
import { deleteSession, deleteSessions } from './store';

/** Signs a user out on every device: sessions that exist now are refused from the next request on. */
export const endSessions = (userId: string) => deleteSessions(userId);

/** Ends one session. What is left of it is a cookie that names nothing. */
export const endSession = (sessionId: string) => deleteSession(sessionId);
