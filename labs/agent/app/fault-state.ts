import type { AppFault } from '@/labs/protocol/agent-frames';
import type { z } from 'zod';

type Fault = z.infer<typeof AppFault>;

/** What the server does with one answer. */
export type FaultEffect = { delayMs: number; fail: boolean };

/** The server's present fault. It drops itself when the lease ends, even if whoever injected it is gone. */
export function createFaultState() {
  let fault: Fault | null = null;
  let lease: NodeJS.Timeout | undefined;
  let owed = 0;
  return {
    set(next: Fault | null, leaseMs: number): void {
      clearTimeout(lease);
      fault = next;
      owed = 0;
      if (next) lease = setTimeout(() => (fault = null), leaseMs);
    },
    /** `errors` spreads its share evenly: 0.5 fails every second answer, not a random half. */
    next(): FaultEffect {
      if (!fault) return { delayMs: 0, fail: false };
      if (fault.kind === 'slow') return { delayMs: fault.delayMs, fail: false };
      owed += fault.share;
      // 1e-9 forgives binary fractions such as ten times 0.1.
      const fail = owed >= 1 - 1e-9;
      if (fail) owed -= 1;
      return { delayMs: 0, fail };
    },
  };
}
