/** Set by this server on every request (see `trust-connection.ts`); whatever a client sends under this name is overwritten. */
export const clientAddressHeader = 'x-mastery-client-address';

/**
 * The client's address: the connection's own, or with trusted proxies the entry that the outermost of them appended
 * to X-Forwarded-For. Entries further left were written by the client and are not believed.
 */
export const resolveClientAddress = (
  connection: string | undefined,
  forwardedFor: string | undefined,
  trustedHops: number,
): string => {
  if (trustedHops === 0) return connection ?? 'unknown';
  const entries = (forwardedFor ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  return entries[Math.max(0, entries.length - trustedHops)] ?? connection ?? 'unknown';
};

export const clientAddressOf = (request: Request) => request.headers.get(clientAddressHeader) ?? 'unknown';

export const isLoopback = (address: string) =>
  address === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address);
