import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLiveCell } from '@/labs/cell/create-live-cell';
import { ensureLabImage } from '@/labs/images/build';
import { Balancer } from '@/labs/protocol/names';
import { DockerCellRuntime } from '@/labs/runtime/docker/docker-cell-runtime';
import { Semaphore } from '@/labs/runtime/semaphore';
import { loadVariant, type VariantPath } from '@/labs/scenarios/catalogue';
import { findScenario } from '@/labs/scenarios/registry';
import { runCheck } from '@/labs/scenarios/run-check';

type Variant = { path: VariantPath; balancer: Balancer; fails: string[] };

/** Cells at once: their load is light, and most of a check is waiting. */
const maxCells = 4;

/** Proves a scenario with real containers: start and every wrong variant fail exactly their tasks, the solution passes all. */
export function describeScenario(slug: string) {
  const scenario = getScenario(slug);
  const variants: Variant[] = [
    ...Balancer.options.flatMap((balancer): Variant[] => [
      { path: 'start', balancer, fails: scenario.startFails },
      { path: 'solution', balancer, fails: [] },
    ]),
    ...scenario.wrong.map(({ name, balancer, failsTasks }): Variant => ({
      path: `wrong/${name}`,
      balancer,
      fails: failsTasks,
    })),
  ];

  describe(`the scenario ${slug}`, () => {
    const cells = new Semaphore(maxCells);
    let runtime: DockerCellRuntime;
    beforeAll(async () => {
      const { tag } = process.env.LAB_IMAGE ? { tag: process.env.LAB_IMAGE } : await ensureLabImage();
      runtime = new DockerCellRuntime({
        instance: `${process.env.LAB_INSTANCE ?? 'test'}-scenario-${randomUUID().slice(0, 8)}`,
        image: tag,
        maxLaunches: maxCells,
      });
    });
    afterAll(async () => {
      expect(await runtime.list()).toEqual([]);
      await runtime.close();
    });

    it.concurrent.each(variants)(
      '$path with $balancer fails exactly $fails',
      ({ path, balancer, fails }) =>
        cells.run(async () => {
          const verdicts = await verdictsOf(path, balancer);
          for (const verdict of verdicts) {
            expect(verdict.evidence).toMatch(/\d/);
            if (!verdict.ok) expect(verdict.expected).not.toBeNull();
          }
          const failed = verdicts.filter(({ ok }) => !ok).map(({ id }) => id);
          expect(failed, verdicts.map(({ id, evidence }) => `${id}: ${evidence}`).join('\n')).toEqual(fails);
        }),
      240_000,
    );

    async function verdictsOf(variant: VariantPath, balancer: Balancer) {
      const files = loadVariant(scenario, variant, balancer);
      const cellId = randomUUID();
      try {
        const cell = await createLiveCell(
          await runtime.launch({ cellId, expiresAt: Date.now() + 5 * 60_000 }),
        );
        try {
          expect(await cell.apply(balancer, files)).toMatchObject({ ok: true });
          const verdicts = [];
          for (const task of scenario.tasks) {
            const { verdict } = await runCheck(cell, task);
            verdicts.push({ id: task.id, ...verdict });
          }
          return verdicts;
        } finally {
          cell.dispose();
        }
      } finally {
        await runtime.remove(cellId);
      }
    }
  });
}

function getScenario(slug: string) {
  const scenario = findScenario(slug);
  if (!scenario) throw new Error(`There is no scenario ${slug}.`);
  return scenario;
}
