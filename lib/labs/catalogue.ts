import 'server-only';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ScenarioCatalogue, type ScenarioBrief } from '@/labs/protocol/scenario-brief';

const catalogueFile = path.join(process.cwd(), 'lib/labs/generated/catalogue.json');

let cached: { mtimeMs: number; scenarios: readonly ScenarioBrief[] } | undefined;

/**
 * Every scenario in the order of its number, without waiting: places are named in the middle of rendering. Throws when the
 * catalogue is missing or malformed: setup writes it before the site starts.
 */
export function readScenarios(): readonly ScenarioBrief[] {
  const { mtimeMs } = statSync(catalogueFile);
  if (cached?.mtimeMs !== mtimeMs) {
    const parsed = ScenarioCatalogue.parse(JSON.parse(readFileSync(catalogueFile, 'utf8')));
    cached = { mtimeMs, scenarios: parsed.sort((a, b) => a.number - b.number) };
  }
  return cached.scenarios;
}

export async function listScenarios(): Promise<readonly ScenarioBrief[]> {
  return readScenarios();
}

export async function findScenario(slug: string): Promise<ScenarioBrief | null> {
  return readScenarios().find((scenario) => scenario.slug === slug) ?? null;
}
