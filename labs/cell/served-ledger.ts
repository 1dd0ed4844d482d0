import type { ServedRecord } from '@/labs/protocol/agent-frames';
import { serverNames, type ServerName } from '@/labs/protocol/names';

export type Served = { server: ServerName; record: ServedRecord };

/** Requests of the load that are remembered until their sample is joined, and probes until their check takes them. */
const capacity = 2048;

/**
 * Remembers which app server served which request id, by the app servers' own word. Bounded: the oldest are forgotten.
 * An id with several records was retried: every server that had it is kept.
 */
export interface ServedLedger {
  add(server: ServerName, records: readonly ServedRecord[]): void;
  /** `claimed` is what the response says; it only chooses among servers that confirmed the request themselves. */
  find(id: string, claimed?: string | null): Served | null;
  forget(id: string): void;
  /** Load requests that each server has served since the cell began. */
  loadServed(): Record<ServerName, number>;
}

export function createServedLedger(): ServedLedger {
  const probes = new Map<string, Served[]>();
  const load = new Map<string, Served[]>();
  const counts: Record<ServerName, number> = { app1: 0, app2: 0, app3: 0 };
  const shelfOf = (id: string) => (id.startsWith('l') ? load : probes);

  return {
    add(server, records) {
      for (const record of records) {
        const shelf = shelfOf(record.id);
        if (shelf === load) counts[server] += 1;
        const known = shelf.get(record.id);
        if (known) {
          if (known.length < serverNames.length) known.push({ server, record });
          continue;
        }
        shelf.set(record.id, [{ server, record }]);
        if (shelf.size > capacity) {
          const oldest = shelf.keys().next();
          if (!oldest.done) shelf.delete(oldest.value);
        }
      }
    },
    find(id, claimed = null) {
      const served = shelfOf(id).get(id) ?? [];
      return served.find((entry) => entry.server === claimed) ?? served.at(-1) ?? null;
    },
    forget(id) {
      shelfOf(id).delete(id);
    },
    loadServed: () => ({ ...counts }),
  };
}
