import { describe, expect, it, vi } from 'vitest';
import { freeze } from './freeze';

const busy = new Error(
  '(HTTP code 500) server error - Cannot pause container: OCI runtime pause failed: unable to freeze: unknown',
);
const gone = new Error('(HTTP code 404) no such container');

describe('freezing a container', () => {
  it('asks anew while its processes are too busy to be frozen', async () => {
    const pause = vi.fn<() => Promise<void>>();
    pause.mockRejectedValueOnce(busy).mockRejectedValueOnce(busy).mockResolvedValueOnce();
    await freeze(pause);
    expect(pause).toHaveBeenCalledTimes(3);
  });

  it('fails at once for any other reason, and in the end for this one', async () => {
    const pause = vi.fn<() => Promise<void>>().mockRejectedValue(gone);
    await expect(freeze(pause)).rejects.toBe(gone);
    expect(pause).toHaveBeenCalledTimes(1);
    pause.mockReset().mockRejectedValue(busy);
    await expect(freeze(pause)).rejects.toBe(busy);
    expect(pause).toHaveBeenCalledTimes(10);
  });

  it('is over when nobody waits for it any more', async () => {
    const pause = vi.fn<() => Promise<void>>().mockRejectedValue(busy);
    await expect(freeze(pause, AbortSignal.abort(gone))).rejects.toThrow();
    expect(pause).toHaveBeenCalledTimes(1);
  });
});
