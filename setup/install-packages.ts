import { existsSync } from 'node:fs';
import { findRootPrefix } from './privilege';
import type { Report } from './progress';
import { runCommand } from './run-command';
import { SetupError } from './setup-error';

/** Whether packages can be installed here without asking anybody: Debian or Ubuntu, and root or sudo without a password. */
export async function canInstallPackages(): Promise<boolean> {
  return (
    existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get') && (await findRootPrefix()) !== null
  );
}

/** Installs Debian packages. @throws SetupError with apt's own words */
export async function installPackages(
  names: readonly string[],
  report: Report,
  signal?: AbortSignal,
): Promise<void> {
  const prefix = (await findRootPrefix()) ?? [];
  const apt = async (...args: string[]) => {
    const [command = 'apt-get', ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      ...args,
    ];
    return runCommand(command, rest, { signal, onLine: (line) => reportApt(line, report) });
  };
  report('reading the list of packages');
  await apt('update', '-q');
  const { code, output } = await apt('install', '-y', '-q', '--no-install-recommends', ...names);
  if (code === 0) return;
  const words = output.split('\n').filter((line) => line.startsWith('E: '));
  throw new SetupError(
    `${names.join(', ')} could not be installed: ${words.slice(0, 2).join(' ') || 'apt-get failed'}; install it yourself, then start again.`,
  );
}

function reportApt(line: string, report: Report) {
  const action = /^(Get:\d+ .*? \S+|Unpacking \S+|Setting up \S+)/.exec(line)?.[1];
  if (action !== undefined) report(action.slice(0, 80));
}
