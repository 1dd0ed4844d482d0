import { createHmac } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const length = 8;
const rounds = 10;
const half = 2 ** 23;
export const keySpace = half * half; // 2^46; all of them fit into 8 characters

/** @type {(secret: string, round: number, part: number) => number} */
const mix = (secret, round, part) =>
  createHmac('sha256', secret).update(`${round}:${part}`).digest().readUInt32BE() % half;

/** @type {(id: number, secret: string) => string} */
export function keyOf(id, secret) {
  if (!Number.isInteger(id) || id < 0 || id >= keySpace) throw new RangeError(`No key for id ${id}`);
  let [left, right] = [Math.floor(id / half), id % half];
  for (let round = 0; round < rounds; round += 1) [left, right] = [right, left ^ mix(secret, round, right)];
  let value = left * half + right;
  let key = '';
  while (key.length < length) {
    key = alphabet.charAt(value % 62) + key;
    value = Math.floor(value / 62);
  }
  return key;
}

/** The id of a key, or undefined if the key was never ours. @type {(key: string, secret: string) => number | undefined} */
export function findIdOf(key, secret) {
  if (!/^[0-9A-Za-z]{8}$/.test(key)) return undefined;
  const value = [...key].reduce((sum, character) => sum * 62 + alphabet.indexOf(character), 0);
  if (value >= keySpace) return undefined;
  let [left, right] = [Math.floor(value / half), value % half];
  for (let round = rounds - 1; round >= 0; round -= 1)
    [left, right] = [right ^ mix(secret, round, left), left];
  return left * half + right;
}
