const windowMs = 60_000;

/** Exact: remembers the time of every accepted request. @param {number} limit */
export function exactWindow(limit) {
  /** @type {number[]} */
  const accepted = [];
  /** @param {number} now */
  return (now) => {
    while (accepted.length > 0 && (accepted[0] ?? now) <= now - windowMs) accepted.shift();
    if (accepted.length >= limit) return false;
    accepted.push(now);
    return true;
  };
}

/** Two numbers: assumes that the previous minute's requests were spread evenly. @param {number} limit */
export function twoBucketWindow(limit) {
  let [minute, current, previous] = [0, 0, 0];
  /** @param {number} now */
  return (now) => {
    const thisMinute = Math.floor(now / windowMs);
    if (thisMinute > minute) {
      previous = thisMinute === minute + 1 ? current : 0;
      [minute, current] = [thisMinute, 0];
    }
    const coveredShare = 1 - (now % windowMs) / windowMs;
    if (current + previous * coveredShare >= limit) return false;
    current += 1;
    return true;
  };
}
