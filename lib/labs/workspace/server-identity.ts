import type { ActiveFault, FaultKind } from '@/labs/protocol/faults';
import type { ServerName } from '@/labs/protocol/names';
import type { StatsWindow } from '@/labs/protocol/server-frames';

export type Health = StatsWindow['servers'][number]['health'];

export const healthWords: Record<Health, string> = {
  up: 'up',
  crashed: 'crashed',
  hung: 'hung',
  slow: 'slow',
  erroring: 'answers 500',
  unplugged: 'unplugged',
  down: 'down',
};

const faultHealth: Record<FaultKind, Health> = {
  crash: 'crashed',
  hang: 'hung',
  slow: 'slow',
  errors: 'erroring',
  unplug: 'unplugged',
};

/** A fault in force says more than the last window, which only knows that nothing answers. null: nothing is known yet. */
export function healthNow(
  server: ServerName,
  faults: readonly ActiveFault[],
  stats: StatsWindow | null,
): Health | null {
  const fault = faults.find((one) => one.server === server)?.fault.kind;
  if (fault !== undefined) return faultHealth[fault];
  return stats?.servers.find((one) => one.name === server)?.health ?? null;
}
