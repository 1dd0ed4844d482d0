import type { Limit } from '@/lib/limits/take-use';

/** Decisions: nobody who reads what they decide on comes near. */
export const decideByViewer: Limit = { name: 'moderation:decide', max: 600, windowSeconds: 5 * 60 };
/** Looking up one's own report of a post, and questions that resemble one. */
export const lookByViewer: Limit = { name: 'moderation:look', max: 300, windowSeconds: 5 * 60 };
