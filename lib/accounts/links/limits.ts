import type { Limit } from '@/lib/limits/take-use';

const hour = 60 * 60;

/** Mails with a link that anybody may have sent to one address: enough to try again, too few to fill a mailbox. */
export const mailsByEmail: Limit = { name: 'links:email', max: 10, windowSeconds: hour };
/** Mails with a link that one network may ask for: a class that signs up together fits. */
export const mailsByAddress: Limit = { name: 'links:address', max: 60, windowSeconds: hour };
/** Mails that one account may ask for. */
export const mailsByViewer: Limit = { name: 'links:viewer', max: 10, windowSeconds: hour };
/** Links that are tried. They cannot be guessed; this keeps a script from trying. */
export const usesByAddress: Limit = { name: 'links:use', max: 300, windowSeconds: 15 * 60 };
