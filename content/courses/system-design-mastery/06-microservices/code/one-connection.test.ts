import http from 'node:http';
import http2 from 'node:http2';
import type net from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { overHttp1, overHttp2 } from './one-connection.js';

const paths = ['/slow', '/fast', '/faster'];
const handle = (request: { url?: string | undefined }, response: { end(text: string): unknown }) => {
  const finish = () => response.end('done');
  if (request.url === '/slow') setTimeout(finish, 100);
  else finish();
};

/** Answers the address, and a count of the connections that were accepted. */
async function listen(server: http.Server | http2.Http2Server) {
  const sockets: net.Socket[] = [];
  server.on('connection', (socket: net.Socket) => sockets.push(socket));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { origin: `http://127.0.0.1:${address.port}`, connections: () => sockets.length };
}

async function finishOrder(get: (path: string) => Promise<unknown>) {
  const finished: string[] = [];
  await Promise.all(paths.map((path) => get(path).then(() => finished.push(path))));
  return finished;
}

test('on one HTTP/1.1 connection a slow answer holds up the fast ones', async () => {
  const { origin, connections } = await listen(http.createServer(handle));
  expect(await finishOrder(overHttp1(origin))).toEqual(['/slow', '/fast', '/faster']);
  expect(connections()).toBe(1);
});

test('on one HTTP/2 connection the fast answers overtake', async () => {
  const { origin, connections } = await listen(http2.createServer(handle));
  expect(await finishOrder(overHttp2(origin))).toEqual(['/fast', '/faster', '/slow']);
  expect(connections()).toBe(1);
});
