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

/** Opens the stream. Answers, once it is open, a function that waits for that many events and answers their blocks of text. */
async function listen(url: string, lastEventId: number) {
  const headers = { 'last-event-id': String(lastEventId) };
  const response = await new Promise<http.IncomingMessage>((opened, failed) => {
    http.get(url, { agent: false, headers }, opened).on('error', failed);
  });
  onTestFinished(() => void response.destroy());
  response.setEncoding('utf8');
  return (count: number) =>
    new Promise<string[]>((received) => {
      let text = '';
      response.on('data', (chunk: string) => {
        text += chunk;
        const blocks = text.split('\n\n').slice(0, -1);
        if (blocks.length >= count) received(blocks);
      });
    });
}

test('a client that was away receives what it missed, in order and once', async () => {
  const { stream, url } = await start(100);
  for (const data of ['a', 'b', 'c', 'd']) stream.publish(data);
  const back = await listen(url, 2);
  expect(await back(2)).toEqual(['id: 3\ndata: c', 'id: 4\ndata: d']);
});

test('a client that was away too long is told to reload', async () => {
  const { stream, url } = await start(2);
  for (const data of ['a', 'b', 'c', 'd']) stream.publish(data);
  const awayTooLong = await listen(url, 1);
  expect(await awayTooLong(1)).toEqual(['id: 4\nevent: reload\ndata: all']);
  const awayShortly = await listen(url, 3);
  expect(await awayShortly(1)).toEqual(['id: 4\ndata: d']);
});

test('a listener receives what is published while it listens', async () => {
  const { stream, url } = await start(10);
  stream.publish('before');
  const listener = await listen(url, 1);
  const late = await listen(url, 0);
  stream.publish('now');
  expect(await listener(1)).toEqual(['id: 2\ndata: now']);
  expect(await late(2)).toEqual(['id: 1\ndata: before', 'id: 2\ndata: now']);
});
