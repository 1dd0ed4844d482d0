import { seededRandom } from './hit-ratio';

type Page = { requestsPerSecond: number; copies: number; lifeSeconds: number };

/** Hit ratio that requests at random times see, when each copy lives for a fixed time from the miss that fetched it. */
export function edgeHitRatio({ requestsPerSecond, copies, lifeSeconds }: Page, requests = 400_000): number {
  const random = seededRandom(3);
  const staleAt = new Float64Array(copies);
  let now = 0;
  let hits = 0;
  for (let request = 0; request < requests; request += 1) {
    now += -Math.log(1 - random()) / requestsPerSecond;
    const copy = Math.floor(random() * copies);
    if (now < (staleAt[copy] ?? 0)) hits += 1;
    else staleAt[copy] = now + lifeSeconds;
  }
  return hits / requests;
}

/** The same by hand: one miss, then the requests of a lifetime. */
export const estimatedEdgeHitRatio = ({ requestsPerSecond, copies, lifeSeconds }: Page): number => {
  const inALife = (requestsPerSecond * lifeSeconds) / copies;
  return inALife / (1 + inALife);
};
