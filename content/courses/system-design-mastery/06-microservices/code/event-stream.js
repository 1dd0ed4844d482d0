/** @typedef {{ id: number, data: string }} Event */

/**
 * Sends each event to everybody who listens, and the missed ones to those who come back.
 * @param {number} kept  how many events are kept for them
 */
export function createEventStream(kept) {
  /** @type {Event[]} */
  const recent = [];
  /** @type {Set<import('node:http').ServerResponse>} */
  const listeners = new Set();
  let lastId = 0;

  return {
    /** @param {string} data */
    publish(data) {
      lastId += 1;
      recent.push({ id: lastId, data });
      if (recent.length > kept) recent.shift();
      for (const response of listeners) response.write(`id: ${lastId}\ndata: ${data}\n\n`);
    },

    /**
     * @param {import('node:http').IncomingMessage} request
     * @param {import('node:http').ServerResponse} response
     */
    serve(request, response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.flushHeaders();
      const seen = Number(request.headers['last-event-id'] ?? lastId);
      const oldest = recent[0]?.id ?? lastId + 1;
      if (seen + 1 < oldest) response.write(`id: ${lastId}\nevent: reload\ndata: all\n\n`);
      else for (const { id, data } of recent) if (id > seen) response.write(`id: ${id}\ndata: ${data}\n\n`);
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
  };
}
