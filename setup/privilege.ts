import { runCommand } from './run-command';

/** How to run a program as root without being asked for a password: nothing when root, `sudo -n`, or null when there is no way. */
export async function findRootPrefix(): Promise<readonly string[] | null> {
  if (process.getuid?.() === 0) return [];
  const sudo = await runCommand('sudo', ['-n', 'true']).catch(() => null);
  return sudo?.code === 0 ? ['sudo', '-n'] : null;
}
