import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findEngineAddress } from '@/labs/runtime/docker/connect';

/** A socket in front of the engine that can be cut, as when the engine restarts or dies. */
export async function openEngineProxy() {
  const { url } = findEngineAddress();
  if (!url.startsWith('unix://')) throw new Error(`The proxy needs an engine on a Unix socket, not ${url}.`);
  const folder = await mkdtemp(path.join(tmpdir(), 'engine-'));
  const socketPath = path.join(folder, 'docker.sock');
  const open = new Set<Socket>();
  let isDown = false;
  const server = createServer({ allowHalfOpen: true }, (client) => {
    if (isDown) {
      client.destroy();
      return;
    }
    const engine = connect({ path: url.slice('unix://'.length), allowHalfOpen: true });
    for (const [from, to] of [
      [client, engine],
      [engine, client],
    ] as const) {
      open.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  server.listen(socketPath);
  await once(server, 'listening');
  return {
    address: { url: `unix://${socketPath}`, source: 'DOCKER_HOST' as const },
    /** Ends every connection; new ones are taken. */
    cut() {
      for (const socket of open) socket.destroy();
    },
    /** Ends every connection and refuses new ones until `up`. */
    down() {
      isDown = true;
      for (const socket of open) socket.destroy();
    },
    up() {
      isDown = false;
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
