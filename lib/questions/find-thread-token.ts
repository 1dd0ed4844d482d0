import 'server-only';
import { findThreadState } from './live/store';

/**
 * What a thread holds, in a word. Ask for it before the thread itself: what happens in between is then shown twice over rather
 * than missed by the open page. Empty: there is no such thread.
 */
export const findThreadToken = async (question: number): Promise<string> =>
  (await findThreadState(question))?.token ?? '';
