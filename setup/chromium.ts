import { access } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { canInstallPackages, installPackages } from './install-packages';
import type { Report } from './progress';
import { projectRoot } from './project';
import { runCommand } from './run-command';
import { SetupError } from './setup-error';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const appPaths = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Path of a Chromium for the end-to-end tests: one that is here, else Debian's package, else Playwright's download. */
export async function ensureChromium(
  wanted: string | null,
  report: Report,
  signal?: AbortSignal,
): Promise<string> {
  if (wanted !== null) {
    if (await exists(wanted)) return wanted;
    throw new SetupError(`CHROMIUM_PATH names ${wanted}, which does not exist: correct it or unset it.`);
  }
  const found = await findChromium(process.env.PATH ?? '');
  if (found !== null) return found;
  if (await canInstallPackages()) {
    await installPackages(['chromium'], report, signal).catch((error: unknown) => report(String(error)));
    const installed = await findChromium(process.env.PATH ?? '');
    if (installed !== null) return installed;
  }
  report('downloading Chromium');
  const cli = path.join(projectRoot, 'node_modules/playwright-core/cli.js');
  await runCommand(process.execPath, [cli, 'install', 'chromium'], {
    signal,
    onLine: (line) => report(line),
  });
  if (await exists(chromium.executablePath())) return chromium.executablePath();
  throw new SetupError(
    'The end-to-end tests need Chromium: install it (on Debian: sudo apt-get install chromium) or name it in CHROMIUM_PATH.',
  );
}

/** Looks for a browser in the folders of a PATH and in the usual places; Playwright's own copy comes last. */
export async function findChromium(searchPath: string): Promise<string | null> {
  const folders = searchPath.split(path.delimiter).filter((folder) => folder !== '');
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  for (const file of [...candidates, ...appPaths, chromium.executablePath()]) {
    if (file !== '' && (await exists(file))) return file;
  }
  return null;
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );
