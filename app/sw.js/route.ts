import { buildWorker, leavingWorker } from '@/lib/offline/build-worker';

export const dynamic = 'force-static';

/** The service worker (docs/decisions/0060), made once a build. */
export const GET = async () => {
  const script = process.env.NODE_ENV === 'development' ? leavingWorker : await buildWorker();
  return new Response(script, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  });
};
