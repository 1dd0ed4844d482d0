import { seeded } from './random.js';

/**
 * Mean time in the system, in service times of one request, when requests arrive at random.
 * @param {{ utilisation: number, servers?: number, isServiceFixed?: boolean }} system
 */
export function meanResponse({ utilisation, servers = 1, isServiceFixed = false }) {
  const random = seeded(7);
  const exponential = () => -Math.log(1 - random());
  const freeAt = new Array(servers).fill(0);
  const requests = 400_000;
  let now = 0;
  let total = 0;
  for (let request = 0; request < requests; request++) {
    now += exponential() / (utilisation * servers);
    const first = freeAt.indexOf(Math.min(...freeAt));
    const start = Math.max(now, freeAt[first]);
    freeAt[first] = start + (isServiceFixed ? 1 : exponential());
    total += freeAt[first] - now;
  }
  return total / requests;
}
