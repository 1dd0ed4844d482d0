/**
 * Key of PostgreSQL's advisory lock that whoever changes who is admin holds until the end of the transaction, so that two
 * admins who demote each other, or leave, at once do so one after the other.
 */
export const roleLock = 7101;
