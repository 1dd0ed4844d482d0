const initialWindow = 14_600;

/**
 * Round trips until the last byte of an answer has arrived, if nothing is lost: the window doubles with each.
 * @param {number} bytes
 */
export function tripsForBody(bytes) {
  let trips = 0;
  for (let sent = 0, window = initialWindow; sent < bytes; sent += window, window *= 2) trips += 1;
  return trips;
}

/** Round trips before the first request may leave. */
export const tripsForConnection = { tcpTls12: 3, tcpTls13: 2, quic: 1, quicResumed: 0, open: 0 };

/**
 * @param {keyof typeof tripsForConnection} connection
 * @param {number} bytes
 * @param {number} roundTripMs
 */
export const downloadMs = (connection, bytes, roundTripMs) =>
  (tripsForConnection[connection] + tripsForBody(bytes)) * roundTripMs;
