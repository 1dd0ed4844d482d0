import { seeded } from './random.js';

/**
 * Pages that wait for all of their calls. A call takes 5 ms and more; one in a hundred stalls for 100 to 300 ms.
 * @param {{ calls: number, hedgeAfterMs?: number, pages?: number }} options
 */
export function pageLatencies({ calls, hedgeAfterMs = Infinity, pages = 5000 }) {
  const random = seeded(3);
  const call = () => 5 - 5 * Math.log(1 - random()) + (random() < 0.01 ? 100 + 200 * random() : 0);
  let hedges = 0;
  const latencies = Array.from({ length: pages }, () => {
    let slowest = 0;
    for (let index = 0; index < calls; index++) {
      let answeredMs = call();
      if (answeredMs > hedgeAfterMs) {
        hedges++;
        answeredMs = Math.min(answeredMs, hedgeAfterMs + call());
      }
      slowest = Math.max(slowest, answeredMs);
    }
    return slowest;
  }).sort((one, other) => one - other);
  const at = (/** @type {number} */ share) => latencies[Math.floor(share * pages)];
  return { p50: at(0.5), p95: at(0.95), extraLoad: hedges / (pages * calls) };
}
