/** The engine did not answer a call in time. */
export class EngineDeadlineError extends Error {
  override name = 'EngineDeadlineError';
  constructor(
    readonly call: string,
    readonly deadlineMs: number,
  ) {
    super(`Docker did not answer "${call}" within ${deadlineMs} ms.`);
  }
}

export type EngineCall = {
  /** What is asked, for messages: "create network". */
  name: string;
  deadlineMs: number;
  signal?: AbortSignal | undefined;
};

/**
 * Runs one call of the engine with a deadline and the caller's signal. Rejects at the deadline whatever the client library does,
 * with `EngineDeadlineError`, or with the signal's reason.
 */
export async function callEngine<T>(
  { name, deadlineMs, signal }: EngineCall,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const stop = new AbortController();
  let onAbort: () => void = () => undefined;
  const interrupted = new Promise<never>((_, reject) => {
    onAbort = () => {
      reject(signal?.reason);
      stop.abort(signal?.reason);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason), { once: true });
  });
  const timer = setTimeout(() => stop.abort(new EngineDeadlineError(name, deadlineMs)), deadlineMs);
  try {
    return await Promise.race([run(stop.signal), interrupted]);
  } finally {
    // The signal given to `run` never fires after this: an upgraded connection must outlive the call that opened it.
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

/** HTTP status of an answer of the engine, or null when no answer came. */
export function engineStatus(error: unknown): number | null {
  if (!(error instanceof Error) || !('statusCode' in error)) return null;
  return typeof error.statusCode === 'number' ? error.statusCode : null;
}

const unreachableCodes = new Set([
  'ECONNREFUSED',
  'ENOENT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'ECONNRESET',
  'EPIPE',
]);

function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

export const isEngineUnreachable = (error: unknown): boolean =>
  unreachableCodes.has(errorCode(error) ?? '') ||
  (error instanceof Error && error.message === 'socket hang up');

export const isPermissionDenied = (error: unknown): boolean =>
  ['EACCES', 'EPERM'].includes(errorCode(error) ?? '');
