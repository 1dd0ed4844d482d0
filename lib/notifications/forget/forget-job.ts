import 'server-only';
import { startJob } from '@/lib/background/start-job';
import { forgetNotifications } from './forget-notifications';

/** Looks once an hour for what is too old. */
export const startForgetJob = (): void =>
  startJob({ name: 'forget notifications', everyMs: 60 * 60 * 1000, run: () => forgetNotifications() });
