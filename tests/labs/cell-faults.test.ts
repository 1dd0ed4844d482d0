import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLiveCell } from '@/labs/cell/create-live-cell';
import type { LiveCell } from '@/labs/cell/live-cell';
import { ensureLabImage } from '@/labs/images/build';
import { DockerCellRuntime } from '@/labs/runtime/docker/docker-cell-runtime';

describe('faults of a real cell', () => {
  const cellId = randomUUID();
  let runtime: DockerCellRuntime;
  let cell: LiveCell;
  beforeAll(async () => {
    runtime = new DockerCellRuntime({
      instance: `${process.env.LAB_INSTANCE ?? 'test'}-faults-${randomUUID().slice(0, 8)}`,
      image: process.env.LAB_IMAGE ?? (await ensureLabImage()).tag,
    });
    cell = await createLiveCell(await runtime.launch({ cellId, expiresAt: Date.now() + 600_000 }));
  });
  afterAll(async () => {
    cell.dispose();
    await runtime.remove(cellId);
    await runtime.close();
  });

  it('a server that is healed in the very moment of its crash comes back without being started anew', async () => {
    // Starting its container anew comes only after ten seconds of silence.
    for (let round = 0; round < 12; round++) {
      const startedAt = performance.now();
      await cell.inject('app2', { kind: 'crash' });
      await cell.heal('app2');
      expect(performance.now() - startedAt, `round ${round}`).toBeLessThan(9000);
    }
  });
});
