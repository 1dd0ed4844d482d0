import 'server-only';
import { refusal, success } from '@/lib/outcome/outcome';
import { deleteOtherSessions, deleteOwnSession, deleteSession, deleteSessions } from './store';
import type { Viewer } from './viewer';

/** Signs a user out on every device: sessions that exist now are refused from the next request on. */
export const endSessions = (userId: string) => deleteSessions(userId);

/** Ends one session. What is left of it is a cookie that names nothing. */
export const endSession = (sessionId: string) => deleteSession(sessionId);

/** Ends one of the viewer's own sessions. Another's is as missing as one that never was. */
export const endOwnSession = async (viewer: Viewer, sessionId: string) =>
  (await deleteOwnSession(viewer.id, sessionId))
    ? success(undefined)
    : refusal('missing', 'This session has ended already. Load the page again to see those that are left.');

/** Ends all of the viewer's sessions but the one that asks. @returns how many ended */
export const endOtherSessions = async (viewer: Viewer) =>
  success({ ended: await deleteOtherSessions(viewer.id, viewer.sessionId) });
