/** Whether an HTTP address answers with one of the statuses that `isFine` takes, within 2 s. */
export async function answers(url: string, isFine: (status: number) => boolean): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000), redirect: 'manual' });
    await response.body?.cancel();
    return isFine(response.status);
  } catch {
    return false;
  }
}
