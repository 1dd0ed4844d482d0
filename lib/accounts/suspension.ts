export type Suspension = { suspendedAt: Date | null; suspendedUntil: Date | null };

/** Whether an account may not sign in now. A suspension without an end lasts until it is lifted. */
export const isSuspended = ({ suspendedAt, suspendedUntil }: Suspension, now = Date.now()): boolean =>
  suspendedAt !== null && (suspendedUntil === null || suspendedUntil.getTime() > now);

/** What somebody is told who may not sign in. */
export const suspensionWords = (because: string | null, until: Date | null): string =>
  [
    until
      ? `This account is suspended until ${until.toISOString().slice(0, 10)}.`
      : 'This account is suspended.',
    because ? `A moderator wrote: “${because}”` : '',
  ]
    .filter(Boolean)
    .join(' ');
