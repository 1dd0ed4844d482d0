import { createServer } from 'node:net';
import { SetupError } from './setup-error';
import { waitFor } from './wait-for';

/** Whether this process may listen on the port, on all addresses or only on the given one. */
export function isPortFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port of 127.0.0.1 that nobody listens on right now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('The operating system named no port.'));
      });
    });
  });
}

/**
 * @param patienceMs how long to wait for whoever holds the port
 * @throws SetupError that names the variable to change
 */
export async function requireFreePort(
  port: number,
  variable: 'PORT' | 'LAB_PORT',
  patienceMs = 0,
): Promise<void> {
  await waitFor(async () => ((await isPortFree(port)) ? true : null), {
    deadlineMs: patienceMs,
    everyMs: 200,
    late: () =>
      new SetupError(
        `Port ${port} is in use by another program: stop that program, or choose another port with ${variable}, for example "${variable}=${port + 100} npm start".`,
      ),
  });
}
