import { ensureLabImage } from '@/labs/images/build';
import type { Report } from '../progress';

/** The tag of the lab image, which is built when its content changed. */
export async function ensureImage(report: Report, signal?: AbortSignal): Promise<string> {
  const image = await ensureLabImage({
    onProgress: ({ text, percent }) => report(text, percent),
    ...(signal ? { signal } : {}),
  });
  return image.tag;
}
