import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';

const gibibyte = 1024 ** 3;
/** What a cell with traffic needs at most; five containers use 46–95 MB (docs/performance.md). */
const cellBytes = 110 * 1024 ** 2;

const memoryBytes = () => Math.min(os.totalmem(), process.constrainedMemory() || Number.MAX_SAFE_INTEGER);
const defaultMaxCells = (memory: number) =>
  Math.min(200, Math.max(2, Math.floor((memory * 0.7) / cellBytes)));
const defaultWarmCells = (memory: number) => (memory < 4 * gibibyte ? 1 : memory < 16 * gibibyte ? 2 : 3);

const seconds = (fallback: number) =>
  z.coerce
    .number()
    .positive()
    .default(fallback)
    .transform((value) => Math.round(value * 1000));
const count = (min: number) => z.coerce.number().int().min(min);

const Variables = z.object({
  LAB_PORT: count(0).max(65_535).default(3001),
  /** Address to listen on; without it, all of them. */
  LAB_HOST: z.string().min(1).optional(),
  /** Name of this lab host in receipts. */
  LAB_HOST_NAME: z.string().min(1).default(os.hostname()),
  DATA_DIR: z.string().min(1).default('.data'),
  SITE_URL: z.url().default('http://127.0.0.1:3000'),
  TICKET_PUBLIC_KEY_FILE: z.string().min(1).optional(),
  RECEIPT_PRIVATE_KEY_FILE: z.string().min(1).optional(),
  LAB_IMAGE: z.string().min(1),
  /** Why the setup found no container engine, with what to do about it. */
  LAB_ENGINE_ERROR: z.string().optional(),
  LAB_INSTANCE: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/),
  LAB_MAX_CELLS: count(1).optional(),
  LAB_WARM_CELLS: count(0).optional(),
  LAB_MAX_QUEUE: count(0).default(200),
  LAB_IDLE_SECONDS: seconds(15 * 60),
  LAB_MAX_AGE_SECONDS: seconds(2 * 60 * 60),
  LAB_WARNING_SECONDS: seconds(2 * 60),
  LAB_QUEUE_GRACE_SECONDS: seconds(5),
  LAB_CONNECTIONS_PER_ADDRESS: count(1).default(64),
  LAB_FRAMES_PER_SECOND: count(1).default(30),
  LAB_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** The lab service's settings. Times are milliseconds. */
export type LabEnv = ReturnType<typeof parseLabEnv>;

/** Reads the lab service's environment; throws one sentence a wrong variable. */
export function parseLabEnv(source: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The lab service cannot start with this environment. ${problems.join(' ')}`);
  }
  const env = parsed.data;
  const memory = memoryBytes();
  const maxCells = env.LAB_MAX_CELLS ?? defaultMaxCells(memory);
  const dataDir = path.resolve(env.DATA_DIR);
  return {
    port: env.LAB_PORT,
    bind: env.LAB_HOST,
    hostName: env.LAB_HOST_NAME,
    dataDir,
    siteUrl: env.SITE_URL,
    ticketPublicKeyFile: env.TICKET_PUBLIC_KEY_FILE ?? path.join(dataDir, 'keys/ticket-public.pem'),
    receiptPrivateKeyFile: env.RECEIPT_PRIVATE_KEY_FILE ?? path.join(dataDir, 'keys/receipt-private.pem'),
    image: env.LAB_IMAGE,
    instance: env.LAB_INSTANCE,
    engineError: env.LAB_ENGINE_ERROR ?? null,
    maxCells,
    warmCells: Math.min(maxCells, env.LAB_WARM_CELLS ?? defaultWarmCells(memory)),
    maxQueue: env.LAB_MAX_QUEUE,
    idleMs: env.LAB_IDLE_SECONDS,
    maxAgeMs: env.LAB_MAX_AGE_SECONDS,
    warningMs: env.LAB_WARNING_SECONDS,
    queueGraceMs: env.LAB_QUEUE_GRACE_SECONDS,
    connectionsPerAddress: env.LAB_CONNECTIONS_PER_ADDRESS,
    framesPerSecond: env.LAB_FRAMES_PER_SECOND,
    logLevel: env.LAB_LOG_LEVEL,
  };
}
