import 'server-only';
import { raiseSessionVersion } from './store';

/** Signs a user out on every device: sessions that exist now are refused from the next request on. */
export const endSessions = (userId: string) => raiseSessionVersion(userId);
