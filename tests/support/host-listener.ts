import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';

const portOf = (address: string | { port: number } | null): number => {
  if (address === null || typeof address === 'string') throw new Error('The listener has no port.');
  return address.port;
};

/** Every address of this machine, link-local ones with their zone left off. */
export const hostAddresses = (): string[] => [
  ...new Set(
    Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address)),
  ),
];

/** Listens on every address of the host, as any service on the machine might, and counts who came. */
export async function listenOnHost() {
  const seen = { requests: 0, datagrams: 0 };
  const server = createServer((_request, response) => {
    seen.requests++;
    response.end('host');
  });
  server.listen(0, '::');
  await once(server, 'listening');
  const datagrams = createSocket({ type: 'udp6' });
  datagrams.on('message', () => seen.datagrams++);
  datagrams.bind(0);
  await once(datagrams, 'listening');
  return {
    seen,
    tcpPort: portOf(server.address()),
    udpPort: datagrams.address().port,
    close() {
      server.close();
      datagrams.close();
    },
  };
}
