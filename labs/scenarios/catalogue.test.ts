import { expect, it } from 'vitest';
import { Balancer } from '@/labs/protocol/names';
import { ScenarioCatalogue } from '@/labs/protocol/scenario-brief';
import { loadCatalogue, loadVariant } from './catalogue';
import { LabFilesError } from './load-files';
import { listScenarios } from './registry';

it('holds every scenario with its files for both balancers, as the site reads them', () => {
  const catalogue = ScenarioCatalogue.parse(loadCatalogue());
  expect(catalogue.map(({ slug }) => slug)).toEqual(['first-balancer', 'layer-4', 'failover']);
  for (const { start, solution } of catalogue)
    for (const balancer of Balancer.options) expect(start[balancer]).not.toEqual(solution[balancer]);
});

it('names the folder when files are missing', () => {
  expect(() => loadVariant({ folder: '01-first-balancer' }, 'wrong/nowhere', 'nginx')).toThrow(LabFilesError);
  expect(() => loadVariant({ folder: '01-first-balancer' }, 'wrong/nowhere', 'nginx')).toThrow(
    /wrong.nowhere/,
  );
});

it.each(listScenarios().map((scenario) => [scenario.slug, scenario] as const))(
  '%s asks for a prediction before a fault, gives hints, and names only tasks that it has',
  (_, { tasks, startFails, wrong }) => {
    const ids = tasks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(startFails.length).toBeGreaterThan(0);
    expect(ids).toEqual(expect.arrayContaining([...startFails, ...wrong.flatMap((one) => one.failsTasks)]));
    expect(tasks.some(({ prediction }) => prediction !== null)).toBe(true);
    for (const { hints } of tasks) expect(hints.length).toBeGreaterThan(1);
    for (const balancer of Balancer.options)
      for (const id of ids.filter((one) => startFails.includes(one)))
        expect(
          wrong.some((one) => one.balancer === balancer && one.failsTasks.includes(id)),
          `${balancer} has a known mistake that fails ${id}`,
        ).toBe(true);
  },
);
