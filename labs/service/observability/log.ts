import { pino, type Logger } from 'pino';

export type { Logger };

/** Structured logs on stdout. Runs and cells are named; learners, addresses, configurations and tickets never are. */
export const createLog = (level: string): Logger =>
  pino({ level, base: { service: 'labs' }, timestamp: pino.stdTimeFunctions.isoTime });
