import { ensureEngine } from './docker/ensure-engine';
import { explainError } from './explain-error';
import { ensureImage } from './image/ensure-image';
import type { Progress } from './progress';

/** Whether labs can run on this machine; `reason` says how to mend it. */
export type LabHost = { ok: true; image: string } | { ok: false; reason: string };

/** Prepares Docker and the lab image. What is missing is a value: the site is worth starting without labs. */
export async function prepareLabHost(
  dataDir: string,
  progress: Progress,
  signal?: AbortSignal,
): Promise<LabHost> {
  try {
    await progress.step('Docker', (report) => ensureEngine(dataDir, report, signal));
    const image = await progress.step('Lab image', (report) => ensureImage(report, signal));
    return { ok: true, image };
  } catch (error) {
    signal?.throwIfAborted();
    const reason =
      explainError(error) ?? `Labs cannot run: ${error instanceof Error ? error.message : error}`;
    progress.say(`Labs are off. ${reason}`);
    return { ok: false, reason };
  }
}
