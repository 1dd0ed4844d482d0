const pauseMs = 300;

/**
 * `fetch` for requests that may be sent twice: when one breaks off before its answer came (the network changed, a train
 * left its tunnel), it is sent once more. Rejects as `fetch` does when that fails as well, or at once when it is aborted.
 */
export async function fetchAgain(input: Request | string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(input, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    return fetch(input, init);
  }
}
