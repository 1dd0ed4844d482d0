/** Whether this reader should rebuild now, `remainingMs` before the entry expires. `random` is in (0, 1]. */
export function refreshesEarly(remainingMs: number, rebuildMs: number, random: number, beta = 1) {
  return -Math.log(random) * rebuildMs * beta >= remainingMs;
}
