import path from 'node:path';

/** Absolute path of the checkout. */
export const projectRoot = path.resolve(import.meta.dirname, '..');
