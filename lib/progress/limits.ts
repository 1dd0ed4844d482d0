import type { Limit } from '@/lib/limits/take-use';

/** A reader sends a change a few times a minute: places, checks, ratings. Several tabs stay within it. */
export const changeByViewer: Limit = { name: 'progress:change', max: 600, windowSeconds: 5 * 60 };
/** Every lesson page asks once, also for visitors, who share an address behind one router. */
export const askByAddress: Limit = { name: 'progress:ask', max: 3000, windowSeconds: 5 * 60 };
