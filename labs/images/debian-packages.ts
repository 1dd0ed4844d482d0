import { existsSync } from 'node:fs';
import { ImageBuildError, type OnImageProgress } from './image-progress';
import { runProgram } from './run-program';

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const mmdebstrap = '/usr/bin/mmdebstrap';

/** What mmdebstrap says as it goes, with the share of the work (measured) that is done when it says so. */
const milestones: readonly { said: string; text: string; percent: number }[] = [
  { said: 'running apt-get update', text: 'Reading the list of Debian packages', percent: 2 },
  { said: 'downloading packages', text: 'Downloading Debian packages', percent: 10 },
  { said: 'extracting archives', text: 'Unpacking Debian packages', percent: 20 },
  { said: 'installing essential packages', text: 'Installing the base system', percent: 50 },
  { said: 'installing remaining packages', text: 'Installing Nginx, HAProxy and Node', percent: 68 },
  { said: 'creating tarball', text: 'Packing the image', percent: 94 },
];

async function asRoot(): Promise<readonly string[]> {
  if (process.getuid?.() === 0) return [];
  const sudo = await runProgram(['sudo', '-n', 'true']).catch(() => null);
  if (sudo?.code === 0) return ['sudo', '-n'];
  throw new ImageBuildError(
    'No container registry answers, and installing mmdebstrap to build the lab image from Debian packages needs root: run "sudo apt-get install mmdebstrap debian-archive-keyring", then start again.',
  );
}

function command(prefix: readonly string[], program: string, ...args: string[]): [string, ...string[]] {
  const [first, ...rest] = [...prefix, program];
  return [first ?? program, ...rest, ...args];
}

async function installMmdebstrap(onProgress: OnImageProgress, signal?: AbortSignal): Promise<void> {
  if (existsSync(mmdebstrap) && existsSync(keyring)) return;
  if (!existsSync('/usr/bin/apt-get'))
    throw new ImageBuildError(
      'No container registry answers, and this system has no Debian packages to build the lab image from: connect to the internet, or set up a registry mirror for Docker, then start again.',
    );
  const prefix = await asRoot();
  onProgress({ step: 'packages', text: 'Installing mmdebstrap', percent: 0 });
  await runProgram(command(prefix, 'apt-get', 'update', '-q'), { signal });
  const install = ['install', '-y', '-q', '--no-install-recommends', 'mmdebstrap', 'debian-archive-keyring'];
  const { code, lastLines } = await runProgram(command(prefix, 'apt-get', ...install), { signal });
  if (code !== 0)
    throw new ImageBuildError(`mmdebstrap could not be installed: ${lastLines.slice(-3).join(' ')}`);
}

/** Writes a root file system with Nginx, HAProxy and Node out of Debian's packages into `tarFile` (about 200 MB, 12 s). */
export async function makeDebianRoot(
  release: string,
  tarFile: string,
  onProgress: OnImageProgress,
  signal?: AbortSignal,
): Promise<void> {
  await installMmdebstrap(onProgress, signal);
  const unwanted = ['doc', 'info', 'man', 'locale'].map(
    (folder) => `--dpkgopt=path-exclude=/usr/share/${folder}/*`,
  );
  const { code, lastLines } = await runProgram(
    [
      mmdebstrap,
      '--variant=minbase',
      `--keyring=${keyring}`,
      ...unwanted,
      '--dpkgopt=path-include=/usr/share/doc/*/copyright',
      '--include=nginx,libnginx-mod-stream,haproxy,nodejs',
      release,
      tarFile,
    ],
    {
      signal,
      onLine: (line) => {
        const milestone = milestones.find(({ said }) => line.includes(said));
        if (milestone) onProgress({ step: 'packages', text: milestone.text, percent: milestone.percent });
      },
    },
  );
  if (code === 0) return;
  const errors = lastLines.filter((line) => /^(E|W|Err)[: ]|error|No space left/i.test(line));
  const words = (errors.length > 0 ? errors : lastLines).slice(-3).join(' ');
  throw new ImageBuildError(
    lastLines.some((line) => line.includes('No space left'))
      ? 'The disk is full: the lab image needs about 1 GB free in the temporary folder and in Docker.'
      : `The lab image could not be made from Debian packages; is the internet reachable? ${words}`,
  );
}
