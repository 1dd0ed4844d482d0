import path from 'node:path';

/** Pages that read content are made at build time, in the checkout. */
export const contentRoot = () => path.join(/* turbopackIgnore: true */ process.cwd(), 'content');
