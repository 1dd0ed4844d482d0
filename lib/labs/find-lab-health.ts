import 'server-only';
import { z } from 'zod';
import { siteEnv } from '@/lib/config/env';

/** Whether labs can be started now; `message` says why not and what mends it. */
export type LabHealth = { ok: true } | { ok: false; message: string };

const Report = z.object({
  engine: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true) }),
    z.object({ ok: z.literal(false), message: z.string() }),
  ]),
});

const deadlineMs = 1500;
const noService =
  'The lab service does not answer. Start everything with `npm start`, and read its output if this stays.';

/** Asks the lab service on this machine. Never throws. */
export async function findLabHealth(): Promise<LabHealth> {
  try {
    const response = await fetch(`http://127.0.0.1:${siteEnv().LAB_PORT}/healthz`, {
      signal: AbortSignal.timeout(deadlineMs),
      cache: 'no-store',
    });
    const { engine } = Report.parse(await response.json());
    return engine.ok ? { ok: true } : { ok: false, message: engine.message };
  } catch {
    return { ok: false, message: noService };
  }
}
