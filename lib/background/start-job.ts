import 'server-only';
import { log } from '@/lib/config/log';

/** Work that comes back: `run` is called again `everyMs` after it ended, so it never runs twice at once in one process. */
export type Job = { name: string; everyMs: number; run: () => Promise<unknown> };

/**
 * Runs a job for as long as the process lives. A failure is logged and does not stop it. Several processes may run the same
 * job: what it does must be safe under that (rows taken with SKIP LOCKED, unique keys).
 */
export const startJob = ({ name, everyMs, run }: Job): void => {
  const again = async () => {
    try {
      await run();
    } catch (error) {
      log().error({ err: error, job: name }, 'job failed');
    }
    setTimeout(() => void again(), everyMs).unref();
  };
  setTimeout(() => void again(), Math.min(everyMs, 1000)).unref();
};
