/**
 * @param {number} capacity   the largest burst, in tokens
 * @param {number} perSecond  tokens that arrive each second
 */
export function createTokenBucket(capacity, perSecond) {
  let tokens = capacity;
  let countedAt = 0;

  /**
   * @param {number} nowMs  a clock that never goes back
   * @param {number} cost   tokens that this request takes
   */
  return (nowMs, cost = 1) => {
    tokens = Math.min(capacity, tokens + ((nowMs - countedAt) / 1000) * perSecond);
    countedAt = nowMs;
    if (tokens < cost) return { ok: false, retryAfterMs: Math.ceil(((cost - tokens) / perSecond) * 1000) };
    tokens -= cost;
    return { ok: true, retryAfterMs: 0 };
  };
}
