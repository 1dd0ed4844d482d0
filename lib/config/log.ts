import pino, { type Logger } from 'pino';
import { siteEnv } from './env';

let root: Logger | undefined;

/** The site's log: JSON lines on stdout. Give it ids and codes, never names, emails, addresses or request bodies. */
export const log = (): Logger => (root ??= pino({ name: 'site', level: siteEnv().LOG_LEVEL }));
