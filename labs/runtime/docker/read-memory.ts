import type Docker from 'dockerode';
import { z } from 'zod';

const Stats = z.object({
  memory_stats: z.object({
    usage: z.number().optional(),
    stats: z
      .object({ total_inactive_file: z.number().optional(), inactive_file: z.number().optional() })
      .optional(),
  }),
});

/** Memory of a container's cgroup in bytes, without the file cache that the kernel gives up at once (as `docker stats` counts it). */
export async function readMemoryBytes(
  container: Docker.Container,
  abortSignal: AbortSignal,
): Promise<number> {
  const options = { stream: false as const, 'one-shot': true, abortSignal };
  const { memory_stats: memory } = Stats.parse(await container.stats(options));
  // cgroup v1 names it total_inactive_file, v2 inactive_file.
  const cache = memory.stats?.total_inactive_file ?? memory.stats?.inactive_file ?? 0;
  return Math.max(0, (memory.usage ?? 0) - cache);
}
