import 'server-only';
import { log } from '@/lib/config/log';
import { askDatabase } from './store';

const deadlineMs = 2000;

export type Health = { ok: boolean; database: 'ok' | 'unreachable'; ms: number };

/** Whether the site can serve: it needs the database to answer within 2 s. */
export const checkHealth = async (): Promise<Health> => {
  const startedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${deadlineMs} ms`)), deadlineMs);
  });
  try {
    await Promise.race([askDatabase(), late]);
    return { ok: true, database: 'ok', ms: Math.round(performance.now() - startedAt) };
  } catch (error) {
    log().warn({ err: error }, 'database unreachable');
    return { ok: false, database: 'unreachable', ms: Math.round(performance.now() - startedAt) };
  } finally {
    clearTimeout(timer);
  }
};
