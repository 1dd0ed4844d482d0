import { seeded } from './random.js';

/**
 * Seats sold to two people, when each order picks at random among those that look free on a replica.
 * @param {{ seats: number, ordersPerSecond: number, lagSeconds: number }} sale
 */
export function soldTwice({ seats, ordersPerSecond, lagSeconds }) {
  const random = seeded(1);
  const looksFree = Array.from({ length: seats }, (_, seat) => seat);
  const place = [...looksFree];
  const isSold = new Array(seats).fill(false);
  /** @type {{ seat: number, seenAt: number }[]} sales that the replica has not heard of yet */
  const underWay = [];
  let twice = 0;
  for (let now = 0; ; now += 1 / ordersPerSecond) {
    while (underWay[0] && underWay[0].seenAt <= now) hide(underWay.shift()?.seat ?? 0);
    const seat = looksFree[Math.floor(random() * looksFree.length)];
    if (seat === undefined) return twice;
    if (isSold[seat]) twice += 1;
    else underWay.push({ seat, seenAt: now + lagSeconds });
    isSold[seat] = true;
  }

  /** @param {number} seat its place is taken by the last of those that look free */
  function hide(seat) {
    const last = looksFree.pop() ?? seat;
    if (last === seat) return;
    looksFree[place[seat] ?? 0] = last;
    place[last] = place[seat] ?? 0;
  }
}
