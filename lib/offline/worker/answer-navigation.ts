import { fetchAgain } from '../../ui/fetch-again';
import { isPublicPath, offlinePath } from '../kept-pages';
import { keepPage } from './keep-page';
import type { FetchEvent } from './scope';

/** How long a reader waits for a slow network when the page is on the device. */
const patienceMs = 3000;

const fromNetwork = async ({ request, preloadResponse }: FetchEvent): Promise<Response> => {
  const preloaded = await preloadResponse.catch(() => undefined);
  return preloaded ?? fetchAgain(request);
};

/**
 * The network's page, which is kept when it is public; the kept one when the network fails, breaks down or is slow; the
 * offline page when there is neither.
 */
export const answerNavigation = async (
  event: FetchEvent,
  path: string,
  opening: Promise<Cache>,
): Promise<Response> => {
  const network = fromNetwork(event);
  if (isPublicPath(path)) {
    const keeping = network.then(async (answer) => keepPage(await opening, path, answer.clone()));
    event.waitUntil(keeping.catch(() => undefined));
  }
  const cache = await opening;
  const kept = isPublicPath(path) ? await cache.match(path, { ignoreVary: true }) : undefined;
  if (!kept) {
    return network.catch(
      async (error: unknown) =>
        (await cache.match(offlinePath, { ignoreVary: true })) ?? Promise.reject(error),
    );
  }
  const patience = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patienceMs));
  const arrived = network.then(
    (answer) => (answer.status >= 500 ? kept : answer),
    () => kept,
  );
  return Promise.race([arrived, patience]);
};
