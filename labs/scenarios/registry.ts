import type { Scenario } from './scenario';
import { firstBalancer } from './01-first-balancer/scenario';
import { layer4 } from './02-layer-4/scenario';
import { failover } from './03-failover/scenario';

/** In the order in which they are taken. `folder` is where the files lie. */
const scenarios: readonly (Scenario & { number: number; folder: string })[] = [
  firstBalancer,
  layer4,
  failover,
].map((scenario, index) => ({
  ...scenario,
  number: index + 1,
  folder: `${String(index + 1).padStart(2, '0')}-${scenario.slug}`,
}));

export type RegisteredScenario = (typeof scenarios)[number];

export function listScenarios(): readonly RegisteredScenario[] {
  return scenarios;
}

export function findScenario(slug: string): RegisteredScenario | undefined {
  return scenarios.find((scenario) => scenario.slug === slug);
}
