import 'server-only';
import { Gauge } from 'prom-client';
import { metrics } from '@/lib/health/metrics';
import { countStreams } from './places';

/** One for all bundles, like the registry that it belongs to. */
const holder: typeof globalThis & { masteryStreamGauge?: Gauge } = globalThis;

/** Has the site's metrics count open threads. */
export const measureStreams = (): Gauge =>
  (holder.masteryStreamGauge ??= new Gauge({
    name: 'site_live_streams',
    help: 'Open pages of threads that are told of changes.',
    registers: [metrics().registry],
    collect() {
      this.set(countStreams());
    },
  }));
