/** @typedef {{ query: string, score: number }} Entry */
/** @typedef {{ top: Entry[], children: Map<string, Node> }} Node */

/** Prefixes with their `k` best queries. Exact as long as scores only rise. @param {number} k */
export function topKTrie(k) {
  /** @returns {Node} */
  const makeNode = () => ({ top: [], children: new Map() });
  const root = makeNode();
  /** @type {Map<string, Entry>} */
  const entries = new Map();

  /** @param {string} query @param {number} amount more than 0 */
  function raise(query, amount) {
    const entry = entries.get(query) ?? { query, score: 0 };
    entries.set(query, entry);
    entry.score += amount;
    let node = root;
    for (const character of query) {
      const child = node.children.get(character) ?? makeNode();
      node.children.set(character, child);
      if (!child.top.includes(entry)) child.top.push(entry);
      child.top.sort((a, b) => b.score - a.score);
      child.top.length = Math.min(child.top.length, k);
      node = child;
    }
  }

  /** @param {string} prefix @param {number} count @param {ReadonlySet<string>} blocked */
  function find(prefix, count, blocked = new Set()) {
    let node = root;
    for (const character of prefix) {
      const child = node.children.get(character);
      if (child === undefined) return [];
      node = child;
    }
    const allowed = node.top.filter(({ query }) => !blocked.has(query));
    return allowed.slice(0, count).map(({ query }) => query);
  }

  return { raise, find };
}

/** What one search at `time` adds: doubles with each half-life, so old scores need no update.
 * @param {number} time hours since a fixed start @param {number} halfLife hours */
export const weightAt = (time, halfLife) => 2 ** (time / halfLife);
