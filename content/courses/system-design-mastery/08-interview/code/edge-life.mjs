/** The k-th most popular of `count` is asked for in proportion to 1 / k^exponent. @param {number} count @param {number} exponent */
function shares(count, exponent) {
  const weights = Array.from({ length: count }, (_, index) => (index + 1) ** -exponent);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Different prefixes of one letter, two letters … that people type; from four letters on assumed. */
const prefixes = [26, 676, 17_576, 100_000, 300_000, 600_000];

/**
 * Share of keystrokes that an edge answers, when each search asks once for each of its first six letters.
 * @param {{ searchesPerSecond: number, edges: number, lifeSeconds: number, exponent?: number }} use
 */
export function answeredAtTheEdge({ searchesPerSecond, edges, lifeSeconds, exponent = 1 }) {
  const byLength = prefixes.map((count) =>
    shares(count, exponent).reduce((sum, share) => {
      const inALife = (searchesPerSecond * share * lifeSeconds) / edges;
      return sum + (share * inALife) / (1 + inALife);
    }, 0),
  );
  return byLength.reduce((sum, hits) => sum + hits, 0) / byLength.length;
}

/** Queries that at least `people` search in a day, by Zipf's law over `different` ones. @param {number} searches @param {number} different @param {number} people */
export const passThreshold = (searches, different, people) =>
  searches / (Math.log(different) + 0.577) / people;
