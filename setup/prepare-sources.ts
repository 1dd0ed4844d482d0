import { writeCatalogue } from './catalogue';
import { generateClient } from './prisma/generate-client';
import type { Progress } from './progress';
import { subsetFonts } from './subset-fonts';

/** Writes the generated sources that types, tests and the build need. */
export async function prepareSources(progress: Progress, signal?: AbortSignal): Promise<void> {
  await progress.step('Generated sources', async (report) => {
    report('database client');
    await generateClient(signal);
    report('catalogue of scenarios');
    await writeCatalogue();
    report('fonts');
    await subsetFonts();
  });
}
