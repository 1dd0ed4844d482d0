import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LabFiles } from '@/labs/protocol/files';
import type { Balancer } from '@/labs/protocol/names';
import { ScenarioBrief } from '@/labs/protocol/scenario-brief';
import { LabFilesError, loadFiles } from './load-files';
import { listScenarios, type RegisteredScenario } from './registry';

/** `start`, `solution` or `wrong/<name>`. */
export type VariantPath = 'start' | 'solution' | `wrong/${string}`;

/** Reads a variant from the repository. Works from the sources only: the folders do not travel with a bundle. */
export function loadVariant(
  { folder }: Pick<RegisteredScenario, 'folder'>,
  variant: VariantPath,
  balancer: Balancer,
): LabFiles {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return loadFiles(path.join(here, folder, variant, balancer), balancer);
}

/** Everything that the site shows of the scenarios. Throws LabFilesError, naming the file, when content is bad. */
export function loadCatalogue(): ScenarioBrief[] {
  return listScenarios().map((scenario) => {
    const { number, slug, title, summary, minutes, lesson, goals, debrief, folder } = scenario;
    const both = (variant: VariantPath) => ({
      nginx: loadVariant(scenario, variant, 'nginx'),
      haproxy: loadVariant(scenario, variant, 'haproxy'),
    });
    const brief = ScenarioBrief.safeParse({
      number,
      slug,
      title,
      summary,
      minutes,
      lesson,
      goals,
      debrief,
      tasks: scenario.tasks.map(({ id, title, instruction, hints, prediction }) => ({
        id,
        title,
        instruction,
        hints,
        prediction,
      })),
      start: both('start'),
      solution: both('solution'),
    });
    if (brief.success) return brief.data;
    const issues = brief.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new LabFilesError(`${folder}/scenario.ts: ${issues}`);
  });
}
