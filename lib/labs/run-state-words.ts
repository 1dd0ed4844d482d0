/** How a run stands, in words for its learner. `endReason` is the lab service's code. */
export function runStateWords(state: string, endReason: string | null = null): string {
  if (state === 'live') return 'running';
  if (state === 'suspended') return 'suspended: it can be resumed';
  if (state === 'failed') return 'could not be started';
  if (endReason === 'idle') return 'ended by itself, after a while without anybody';
  if (endReason === 'age') return 'ended by itself, at its longest time';
  return 'ended';
}
