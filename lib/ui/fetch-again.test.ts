import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchAgain } from './fetch-again';

const brokenOff = new TypeError('Failed to fetch');

describe('a request that may be sent twice', () => {
  const send = vi.fn<typeof fetch>();
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', send);
  });
  afterEach(() => {
    send.mockReset();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is sent once when it is answered, whatever the answer', async () => {
    send.mockResolvedValueOnce(new Response('no', { status: 503 }));
    expect((await fetchAgain('/x')).status).toBe(503);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('is sent once more when it breaks off', async () => {
    send.mockRejectedValueOnce(brokenOff).mockResolvedValueOnce(new Response('yes'));
    const answer = fetchAgain('/x', { method: 'POST', body: 'a' });
    await vi.runAllTimersAsync();
    expect(await (await answer).text()).toBe('yes');
    expect(send.mock.calls).toEqual([
      ['/x', { method: 'POST', body: 'a' }],
      ['/x', { method: 'POST', body: 'a' }],
    ]);
  });

  it('fails when it breaks off twice', async () => {
    send.mockRejectedValue(brokenOff);
    const answer = expect(fetchAgain('/x')).rejects.toBe(brokenOff);
    await vi.runAllTimersAsync();
    await answer;
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('is not sent again when nobody waits for it any more', async () => {
    send.mockRejectedValue(brokenOff);
    await expect(fetchAgain('/x', { signal: AbortSignal.abort() })).rejects.toBe(brokenOff);
    expect(send).toHaveBeenCalledTimes(1);
  });
});
