import { createHash } from 'node:crypto';

/** The label of all containers and networks of a DATA_DIR (its absolute path). */
export const instanceOf = (dataDir: string) =>
  `mastery-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
