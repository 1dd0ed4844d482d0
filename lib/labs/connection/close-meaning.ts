import { closeCodes } from '@/labs/protocol/server-frames';

/** What a closed socket asks of the page. */
export type CloseMeaning = { kind: 'over' } | { kind: 'replaced' } | { kind: 'reconnect'; why: string };

export function closeMeaning(code: number): CloseMeaning {
  switch (code) {
    case closeCodes.ended:
    case closeCodes.failed:
      return { kind: 'over' };
    case closeCodes.replaced:
      return { kind: 'replaced' };
    case closeCodes.shutdown:
      return { kind: 'reconnect', why: 'The lab service is restarting.' };
    case 1009:
      return { kind: 'reconnect', why: 'The last message was larger than the lab service takes.' };
    default:
      return { kind: 'reconnect', why: 'The connection to the lab service was lost.' };
  }
}
