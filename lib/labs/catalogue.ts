import 'server-only';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ScenarioCatalogue, type ScenarioBrief } from '@/labs/protocol/scenario-brief';

const catalogueFile = path.join(process.cwd(), 'lib/labs/generated/catalogue.json');

let cached: { mtimeMs: number; scenarios: readonly ScenarioBrief[] } | undefined;

/** Every scenario in the order of its number. Throws when the catalogue is missing or malformed: setup writes it before the site starts. */
export async function listScenarios(): Promise<readonly ScenarioBrief[]> {
  const { mtimeMs } = await stat(catalogueFile);
  if (cached?.mtimeMs !== mtimeMs) {
    const parsed = ScenarioCatalogue.parse(JSON.parse(await readFile(catalogueFile, 'utf8')));
    cached = { mtimeMs, scenarios: parsed.sort((a, b) => a.number - b.number) };
  }
  return cached.scenarios;
}

export async function findScenario(slug: string): Promise<ScenarioBrief | null> {
  return (await listScenarios()).find((scenario) => scenario.slug === slug) ?? null;
}
