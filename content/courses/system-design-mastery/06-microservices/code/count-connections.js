import http from 'node:http';

/**
 * Sends requests one after another and counts the connections that the server accepted.
 * @param {number} requests
 * @param {boolean} keepAlive
 */
export async function countConnections(requests, keepAlive) {
  let connections = 0;
  const server = http.createServer((_request, response) => response.end('ok'));
  server.on('connection', () => (connections += 1));
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  const agent = new http.Agent({ keepAlive });
  for (let sent = 0; sent < requests; sent += 1)
    await new Promise((done, fail) =>
      http
        .get({ host: '127.0.0.1', port, agent }, (response) => response.resume().on('end', done))
        .on('error', fail),
    );
  agent.destroy();
  server.close();
  return connections;
}
