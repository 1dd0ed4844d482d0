/** Messages a second in each hour of a working day: a shop with a peak at noon and one in the evening. */
export const arrivals = [
  150, 150, 150, 150, 150, 150, 150, 300, 450, 600, 650, 700, 900, 800, 650, 600, 600, 650, 750, 800, 700,
  500, 300, 200,
];

/**
 * Backlog at the end of each hour, in messages.
 * @param {number} capacity messages a second that all consumers manage together
 * @param {number} hourDown the hour in which they stand still; -1 for none
 */
export function backlogByHour(capacity, hourDown) {
  let backlog = 0;
  return arrivals.map((rate, hour) => {
    const served = hour === hourDown ? 0 : capacity;
    backlog = Math.max(0, backlog + (rate - served) * 3600);
    return backlog;
  });
}
