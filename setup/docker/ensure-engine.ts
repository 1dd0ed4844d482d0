import { existsSync } from 'node:fs';
import { findEngineAddress } from '@/labs/runtime/docker/connect';
import { canInstallPackages, installPackages } from '../install-packages';
import type { Report } from '../progress';
import { SetupError } from '../setup-error';
import { pingEngine } from './ping-engine';
import { startEngine } from './start-engine';

const programs = ['/usr/bin/dockerd', '/usr/sbin/dockerd', '/usr/local/bin/dockerd'];

/**
 * Finds a Docker Engine; where there is none and this is Debian or Ubuntu, installs and starts one.
 * @throws SetupError that says what is missing
 */
export async function ensureEngine(dataDir: string, report: Report, signal?: AbortSignal): Promise<void> {
  const first = await pingEngine(signal);
  if (first === 'answers') return;
  if (first === 'no-permission') throw new SetupError(notAllowed());
  const address = findEngineAddress();
  if (address.source !== 'default') {
    const name = address.source === 'DOCKER_HOST' ? 'DOCKER_HOST' : 'the Docker context in use';
    throw new SetupError(
      `No Docker Engine answers at ${address.url}, which ${name} names: start it, or unset it.`,
    );
  }
  const isInstalled = programs.some((file) => existsSync(file));
  if (!(await canInstallPackages())) throw new SetupError(missing(isInstalled, process.platform));
  if (!isInstalled) await installPackages(['docker.io', 'iptables'], report, signal);
  report('starting the Docker daemon');
  const answer = await startEngine(dataDir, signal);
  if (answer === 'no-permission') throw new SetupError(notAllowed());
  if (answer === 'silent') {
    throw new SetupError(
      `Docker is installed, but its daemon does not start: see ${dataDir}/logs/dockerd.log or "journalctl -u docker", then start again.`,
    );
  }
}

const notAllowed = () =>
  'Docker runs, but this user may not use it: run "sudo usermod -aG docker $USER", sign in again and start again.';

/** What to tell somebody for whom nothing can be installed. */
export function missing(isInstalled: boolean, platform: NodeJS.Platform): string {
  if (platform !== 'linux')
    return 'Docker does not answer: install and start Docker Desktop, then start again.';
  return isInstalled
    ? 'Docker is installed but does not run: start it with "sudo systemctl start docker", then start again.'
    : 'Docker is not installed, and installing it needs root: run "sudo apt-get install docker.io" (or your system\'s way), then start again.';
}
