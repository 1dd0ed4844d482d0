import http from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { createEventStream } from './event-stream.js';

async function start(kept: number) {
  const stream = createEventStream(kept);
  const server = http.createServer((request, response) => stream.serve(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { stream, url: `http://127.0.0.1:${address.port}` };
}

/** Listens until that many events have arrived, then hangs up. Answers their blocks of text. */
function listen(url: string, count: number, lastEventId?: number) {
  const headers = lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) };
  let opened: () => void = () => undefined;
  const open = new Promise<void>((resolve) => (opened = resolve));
  const events = new Promise<string[]>((resolve, reject) => {
    const request = http.get(url, { headers }, (response) => {
      opened();
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        const blocks = text.split('\n\n').slice(0, -1);
        if (blocks.length < count) return;
        resolve(blocks);
        request.destroy();
      });
    });
    request.on('error', reject);
    request.flushHeaders();
  });
  return { open, events };
}

test('a client that was away receives what it missed, in order and once', async () => {
  const { stream, url } = await start(100);
  for (const data of ['a', 'b', 'c', 'd']) stream.publish(data);
  const back = listen(url, 2, 2);
  expect(await back.events).toEqual(['id: 3\ndata: c', 'id: 4\ndata: d']);
});

test('a client that was away too long is told to reload', async () => {
  const { stream, url } = await start(2);
  for (const data of ['a', 'b', 'c', 'd']) stream.publish(data);
  expect(await listen(url, 1, 1).events).toEqual(['id: 4\nevent: reload\ndata: all']);
  expect(await listen(url, 1, 3).events).toEqual(['id: 4\ndata: d']);
});

test('a listener receives what is published while it listens', async () => {
  const { stream, url } = await start(10);
  stream.publish('before');
  const listener = listen(url, 1, 1);
  const late = listen(url, 2, 0);
  await late.open;
  await listener.open;
  stream.publish('now');
  expect(await listener.events).toEqual(['id: 2\ndata: now']);
  expect(await late.events).toEqual(['id: 1\ndata: before', 'id: 2\ndata: now']);
});
