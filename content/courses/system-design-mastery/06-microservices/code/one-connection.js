import http from 'node:http';
import http2 from 'node:http2';

/** @param {string} origin */
export function overHttp1(origin) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  return (/** @type {string} */ path) =>
    new Promise((done) => {
      http.get(origin + path, { agent }, (response) => response.resume().on('end', done));
    });
}

/** @param {string} origin */
export function overHttp2(origin) {
  const connection = http2.connect(origin);
  return (/** @type {string} */ path) =>
    new Promise((done) => {
      connection.request({ ':path': path }).resume().on('end', done);
    });
}
