/** Small Node programs that play the intruder inside a container. Each prints one line of JSON. */

/** Tries a TCP connection to each "address port" pair; prints the ones that opened. */
export const connectProgram = (
  targets: readonly { host: string; port: number }[],
  timeoutMs = 1500,
): string => `
const net = require('node:net');
const targets = ${JSON.stringify(targets)};
Promise.all(targets.map(({ host, port }) => new Promise((resolve) => {
  const socket = net.connect({ host, port, timeout: ${timeoutMs} });
  const end = (isOpen) => { socket.destroy(); resolve(isOpen ? [host + ' ' + port] : []); };
  socket.on('connect', () => end(true)).on('timeout', () => end(false)).on('error', () => end(false));
}))).then((open) => { console.log(JSON.stringify(open.flat())); process.exit(0); });
`;

/** Sends a datagram to each address and port. */
export const datagramProgram = (targets: readonly { host: string; port: number }[]): string => `
const dgram = require('node:dgram');
const targets = ${JSON.stringify(targets)};
Promise.all(targets.map(({ host, port }) => new Promise((resolve) => {
  const socket = dgram.createSocket(host.includes(':') ? 'udp6' : 'udp4');
  socket.on('error', () => resolve());
  try { socket.send('from a cell', port, host, () => resolve()); } catch { resolve(); }
}))).then(() => { console.log('[]'); process.exit(0); });
`;

/** Looks names up; prints name → address or null. */
export const lookupProgram = (names: readonly string[]): string => `
const dns = require('node:dns/promises');
Promise.all(${JSON.stringify(names)}.map(async (name) =>
  [name, await dns.lookup(name, { family: 4 }).then(({ address }) => address, () => null)]
)).then((found) => { console.log(JSON.stringify(Object.fromEntries(found))); process.exit(0); });
`;

/** Prints every address that the container has. */
export const addressProgram =
  "console.log(JSON.stringify(Object.values(require('node:os').networkInterfaces()).flat().map(({ address }) => address)))";
