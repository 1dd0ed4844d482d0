import 'server-only';
import { Counter, Gauge } from 'prom-client';
import { metrics } from '@/lib/health/metrics';
import { countWaiting } from './store';

type MailMetrics = { outcomes: Counter<'outcome'>; waiting: Gauge };

const create = (): MailMetrics => {
  const { registry } = metrics();
  return {
    outcomes: new Counter({
      name: 'site_mails_total',
      help: 'Attempts to hand a mail to the server: sent, postponed, or failed for good.',
      labelNames: ['outcome'],
      registers: [registry],
    }),
    waiting: new Gauge({
      name: 'site_mails_waiting',
      help: 'Mails that were not handed over yet.',
      registers: [registry],
      async collect() {
        this.set(await countWaiting());
      },
    }),
  };
};

/** One set for all bundles, like the registry that it belongs to. */
const holder: typeof globalThis & { masteryMailMetrics?: MailMetrics } = globalThis;

export const mailMetrics = (): MailMetrics => (holder.masteryMailMetrics ??= create());
