import type { TransportError } from '@/labs/protocol/requests';
import type { z } from 'zod';

type TransportErrorCode = z.infer<typeof TransportError>;

/** Node's error of a failed request, in the protocol's words. A connection that ended without (all of) an answer is `closed`, one that was reset is `reset`. */
export function toTransportError(error: unknown): TransportErrorCode {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : '';
  if (code === 'ECONNREFUSED') return 'refused';
  if (message === 'socket hang up' || message === 'aborted') return 'closed';
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED') return 'reset';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (code.startsWith('HPE_') || code.startsWith('ERR_')) return 'malformed';
  return 'unreachable';
}
