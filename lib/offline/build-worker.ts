import 'server-only';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { build } from 'esbuild';
import { cacheOf } from './kept-pages';

/** The service worker's program, in one file and with a version that no other build has. */
export const buildWorker = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/offline/worker/main.ts')],
    define: { VERSION: JSON.stringify(randomUUID()) },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  const [file] = outputFiles;
  if (!file) throw new Error('esbuild wrote no service worker.');
  return file.text;
};

/** In development nothing is kept: a worker that a production build left on this address goes away with all it kept. */
export const leavingWorker = `self.addEventListener('install',()=>self.skipWaiting());
self.addEventListener('activate',(event)=>event.waitUntil((async()=>{
for(const name of await caches.keys())if(name.startsWith('${cacheOf('')}'))await caches.delete(name);
await self.registration.unregister()})()));`;
