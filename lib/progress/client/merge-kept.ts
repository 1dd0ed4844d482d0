import { sendJson } from '@/lib/http/send-json';
import { readLocal, writeLocal } from '@/lib/ui/local-text';
import { isEmpty } from '../progress';
import { keptProgressKey, parseKept } from './kept-progress';

/**
 * Brings what this browser kept into the signed-in account. Merging twice changes nothing, so tabs need not agree; what was
 * added while the request was under way is kept for the next time.
 */
export const mergeKeptProgress = async (viewer: string): Promise<void> => {
  for (const key of [keptProgressKey(null), keptProgressKey(viewer)]) {
    const text = readLocal(key);
    if (text === null) continue;
    const kept = parseKept(text);
    const sent = isEmpty(kept) ? { ok: true } : await sendJson('POST', '/api/progress', kept);
    if (sent.ok && readLocal(key) === text) writeLocal(key, null);
  }
};
