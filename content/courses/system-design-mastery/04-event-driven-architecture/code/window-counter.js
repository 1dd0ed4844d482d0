/**
 * Counts events in windows of event time. All times are in seconds.
 * @param {{ partitions: readonly string[], size: number, bound: number, lateness: number }} options
 */
export function windowCounter({ partitions, size, bound, lateness }) {
  const newest = new Map(partitions.map((partition) => [partition, -Infinity]));
  /** @type {Map<number, { count: number, isEmitted: boolean }>} by start of window */
  const windows = new Map();
  let dropped = 0;

  const watermark = () => Math.min(...newest.values()) - bound;

  /** Returns the counts that this event makes final, and those that it corrects.
   * @param {string} partition
   * @param {number} time when the event happened */
  function add(partition, time) {
    const start = Math.floor(time / size) * size;
    if (start + size + lateness <= watermark()) {
      dropped += 1;
      return [];
    }
    const window = windows.get(start) ?? { count: 0, isEmitted: false };
    windows.set(start, window);
    window.count += 1;
    newest.set(partition, Math.max(newest.get(partition) ?? -Infinity, time));

    const results = window.isEmitted ? [{ start, count: window.count, isCorrection: true }] : [];
    for (const [from, open] of windows) {
      if (from + size > watermark()) continue;
      if (!open.isEmitted) results.push({ start: from, count: open.count, isCorrection: false });
      open.isEmitted = true;
      if (from + size + lateness <= watermark()) windows.delete(from);
    }
    return results;
  }

  return { add, watermark, dropped: () => dropped, openWindows: () => windows.size };
}
