import type { Limit } from '@/lib/limits/take-use';

/** Marking as read: every thread that is opened does it once. */
export const readByViewer: Limit = { name: 'notifications:read', max: 600, windowSeconds: 5 * 60 };
export const digestByViewer: Limit = { name: 'notifications:digest', max: 60, windowSeconds: 5 * 60 };
