import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { clientAddressHeader, resolveClientAddress } from './client-address';

const joined = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(',') : value);

/**
 * Writes the client's address into a header of every request before Next sees it. Next itself believes any
 * X-Forwarded-For that a client sends, which would make limits by address and the metrics' loopback rule worthless.
 */
export const trustConnection = (trustedHops: number) => {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    const { request } = message;
    if (!(request instanceof IncomingMessage)) return;
    request.headers[clientAddressHeader] = resolveClientAddress(
      request.socket.remoteAddress,
      joined(request.headers['x-forwarded-for']),
      trustedHops,
    );
  });
};
