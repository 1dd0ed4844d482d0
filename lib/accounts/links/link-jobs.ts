import 'server-only';
import { startJob } from '@/lib/background/start-job';
import { deleteLinksBefore } from './store';

const hourMs = 60 * 60 * 1000;

/** Forgets links a day after they ended; until then their page can say that they were used or are too old. */
export const startLinkJobs = (): void =>
  startJob({
    name: 'forget links',
    everyMs: hourMs,
    run: () => deleteLinksBefore(new Date(Date.now() - 24 * hourMs)),
  });
