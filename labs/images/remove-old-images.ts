import type Docker from 'dockerode';
import { engineStatus } from '@/labs/runtime/docker/engine-call';

/** A second copy of the project, or one that still runs, may need a version that is not the newest. A version is one small layer. */
const keptVersions = 5;

/** Removes the tags of `repository` but for `current` and the few newest. Images that a container uses stay. */
export async function removeOldImages(docker: Docker, repository: string, current: string): Promise<void> {
  const images = await docker.listImages({ filters: { reference: [repository] } });
  const tags = images
    .toSorted((a, b) => b.Created - a.Created)
    .flatMap((image) => image.RepoTags ?? [])
    .filter((tag) => tag.startsWith(`${repository}:`) && tag !== current);
  for (const tag of tags.slice(keptVersions - 1)) {
    try {
      await docker.getImage(tag).remove();
    } catch (error) {
      if (![404, 409].includes(engineStatus(error) ?? 0)) throw error;
    }
  }
}
