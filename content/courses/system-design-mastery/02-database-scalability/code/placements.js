import { createHash } from 'node:crypto';

/** @param {string} text */
const hash = (text) => createHash('sha256').update(text).digest().readUInt32BE(0);

/** @param {number} nodes */
export const byRemainder = (nodes) => (/** @type {string} */ key) => hash(key) % nodes;

/**
 * A ring: each node stands at many points, and owns the keys from the point before.
 * @param {number} nodes
 * @param {number} pointsPerNode
 */
export function byRing(nodes, pointsPerNode) {
  const ring = Array.from({ length: nodes * pointsPerNode }, (_, point) => ({
    at: hash(`point ${point}`),
    node: Math.floor(point / pointsPerNode),
  })).sort((a, b) => a.at - b.at);
  return (/** @type {string} */ key) => {
    const at = hash(key);
    return (ring.find((point) => point.at >= at) ?? ring[0])?.node ?? 0;
  };
}

/**
 * A table of slots: a key's slot never changes, the slot's owner is looked up.
 * @param {readonly number[]} owners
 */
export const bySlot = (owners) => (/** @type {string} */ key) => owners[hash(key) % owners.length] ?? 0;
