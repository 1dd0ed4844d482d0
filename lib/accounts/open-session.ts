import 'server-only';
import { nameClient } from './name-client';
import { insertSession } from './store';

/** Begins a session of a browser, told apart by its User-Agent. @returns the session's id, for its cookie */
export const openSession = (userId: string, userAgent: string | null) =>
  insertSession(userId, nameClient(userAgent ?? ''));
