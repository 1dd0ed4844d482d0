import { connectDocker } from '@/labs/runtime/docker/connect';
import { labelKeys } from '@/labs/runtime/docker/cell-labels';
import { callEngine, engineStatus } from '@/labs/runtime/docker/engine-call';
import { removeNetwork } from '@/labs/runtime/docker/remove-network';

/**
 * Removes every container and network whose instance label `isOurs` takes.
 * It works on labels alone, so that it needs neither the lab service nor its state.
 * @returns how many things were removed, and how many empty networks the engine will not give up before it restarts
 */
export async function removeCells(
  isOurs: (instance: string) => boolean,
): Promise<{ removed: number; stuck: number }> {
  const docker = connectDocker();
  const filters = { label: [labelKeys.instance] };
  const call = <T>(name: string, run: () => Promise<T>) => callEngine({ name, deadlineMs: 20_000 }, run);
  const isLabelled = ({ Labels }: { Labels?: Record<string, string> | undefined }) =>
    isOurs(Labels?.[labelKeys.instance] ?? '');

  const containers = await call('list containers', () => docker.listContainers({ all: true, filters }));
  const doomed = containers.filter(isLabelled);
  await Promise.all(
    doomed.map(({ Id }) =>
      call('remove container', () => docker.getContainer(Id).remove({ force: true, v: true })).catch(
        ignoreGone,
      ),
    ),
  );
  const networks = (await call('list networks', () => docker.listNetworks({ filters }))).filter(isLabelled);
  const outcomes = await Promise.all(networks.map(({ Id }) => removeNetwork(docker, Id)));
  const stuck = outcomes.filter((outcome) => outcome === 'stuck').length;
  return { removed: doomed.length + networks.length - stuck, stuck };
}

/** Somebody else removed it (404), or is removing it right now (409). */
function ignoreGone(error: unknown) {
  const status = engineStatus(error);
  if (status !== 404 && status !== 409) throw error;
}
