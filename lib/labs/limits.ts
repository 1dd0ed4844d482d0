import type { Limit } from '@/lib/limits/take-use';

/** Starts and reconnects of one learner: a page that reconnects every 10 s for an hour stays within it. */
export const ticketByViewer: Limit = { name: 'labs:ticket', max: 120, windowSeconds: 10 * 60 };
/** Autosaves come at most once a second from each tab. */
export const saveByViewer: Limit = { name: 'labs:save', max: 600, windowSeconds: 5 * 60 };
