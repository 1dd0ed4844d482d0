import path from 'node:path';
import { build, type Plugin } from 'esbuild';

/** zod carries its messages in fifty languages, 5 MB of memory in every container; the agent speaks English. */
const englishOnly: Plugin = {
  name: 'english-only',
  setup({ onLoad }) {
    onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
      loader: 'js',
    }));
  },
};

/** Bundles the agent with all that it needs into one file for the image: run it as `node agent.mjs balancer|app|traffic`. */
export async function buildAgent(): Promise<Uint8Array> {
  const result = await build({
    entryPoints: [path.join(import.meta.dirname, 'main.ts')],
    bundle: true,
    write: false,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    tsconfigRaw: { compilerOptions: { paths: { '@/*': ['./*'] } } },
    alias: { '@': path.resolve(import.meta.dirname, '../..') },
    // hdr-histogram-js reads its WebAssembly build through require; the agent uses the plain one.
    banner: {
      js: "import { createRequire as labRequire } from 'node:module'; const require = labRequire(import.meta.url);",
    },
    plugins: [englishOnly],
    logLevel: 'silent',
  });
  const file = result.outputFiles[0];
  if (!file) throw new Error('esbuild wrote no agent bundle');
  return file.contents;
}
