import { fetchAgain } from '../../ui/fetch-again';
import { cacheOf, isOurCache, isPublicPath, offlinePath, searchPath } from '../kept-pages';
import { answerNavigation } from './answer-navigation';
import { bringOver, keepPage } from './keep-page';
import type { FetchEvent, WorkerScope } from './scope';

declare const self: WorkerScope;
/** Written in by the build: another build, another cache. */
declare const VERSION: string;

const open = () => caches.open(cacheOf(VERSION));

const install = async () => keepPage(await open(), offlinePath);

/** Takes over when no page of the older build is open any more. */
const activate = async () => {
  const cache = await open();
  for (const name of await caches.keys()) {
    if (!isOurCache(name) || name === cacheOf(VERSION)) continue;
    await bringOver(await caches.open(name), cache);
    await caches.delete(name);
  }
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
};

/** The first page of a visit was loaded before there was a worker to see it. */
const keepOpenPages = async () => {
  const cache = await open();
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const paths = new Set(windows.map(({ url }) => new URL(url).pathname).filter(isPublicPath));
  for (const path of paths) await keepPage(cache, path);
};

const fileFirstFromCache = async (request: Request) =>
  (await (await open()).match(request, { ignoreVary: true })) ?? fetchAgain(request);

const searchDocuments = async (request: Request) => {
  const cache = await open();
  try {
    const answer = await fetchAgain(request);
    if (answer.ok) await cache.put(searchPath, answer.clone());
    return answer;
  } catch (error) {
    const kept = await cache.match(searchPath, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
};

/** Files of pages that are kept, and what their stylesheets ask for; all others go their way without the worker. */
const isOfKeptPage = ({ referrer }: Request) => {
  if (referrer === '') return false;
  const { pathname } = new URL(referrer);
  return isPublicPath(pathname) || pathname.endsWith('.css') || pathname === offlinePath;
};

const answer = (event: FetchEvent) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(answerNavigation(event, pathname, open()));
  else if (pathname === searchPath) event.respondWith(searchDocuments(request));
  else if (pathname.startsWith('/_next/static/') && (isOfKeptPage(request) || !navigator.onLine))
    event.respondWith(fileFirstFromCache(request));
};

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate().then(keepOpenPages, keepOpenPages)));
self.addEventListener('fetch', answer);
