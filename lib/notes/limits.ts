import type { Limit } from '@/lib/limits/take-use';

/** Notes are saved by hand; a browser's notes come in parts of fifty when its reader signs in. */
export const noteByViewer: Limit = { name: 'notes:change', max: 300, windowSeconds: 5 * 60 };
