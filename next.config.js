import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import createMDX from '@next/mdx';

/** Turbopack hands plugins to its workers by name, so our own are named by absolute path. */
const plugin = (/** @type {string} */ name) => path.join(import.meta.dirname, 'lib/courses/mdx', name);

const withMDX = createMDX({
  options: {
    remarkPlugins: ['remark-gfm'],
    rehypePlugins: [
      'rehype-slug',
      ...['outline.mjs', 'table-align.mjs', 'table-heads.mjs', 'highlight.mjs'].map(plugin),
    ],
  },
});

/** The Content-Security-Policy depends on the page and is set in proxy.ts. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
];

/** Their address holds a token from a mail: nothing that the page loads or leads to may be told it. */
const pagesOfLinks = ['/sign-in/link', '/sign-up/finish', '/reset-password', '/verify-email'];

const distDir = process.env.NEXT_DIST_DIR || '.next';

/**
 * Next adds its output folder to the tsconfig that it is given. One of its own an output folder keeps the project's
 * tsconfig.json as it is committed, also when two copies build at once.
 */
const writeTsconfig = () => {
  const folder = path.join(import.meta.dirname, 'node_modules/.cache/mastery');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${path.basename(distDir)}.tsconfig.json`);
  const root = '../../..';
  const include = [`${root}/${distDir}/types/**/*.ts`, `${root}/${distDir}/dev/types/**/*.ts`];
  const content = { extends: `${root}/tsconfig.json`, compilerOptions: { paths: { '@/*': [`${root}/*`] } } };
  writeFileSync(file, JSON.stringify({ ...content, include }, null, 2));
  return path.relative(import.meta.dirname, file);
};

/** @type {import('next').NextConfig} */
const config = {
  distDir,
  // `npm run check` checks types, of everything and once.
  typescript: { ignoreBuildErrors: true, tsconfigPath: writeTsconfig() },
  poweredByHeader: false,
  // Title, canonical address and icon stand in the head for everybody, not in the body behind a script.
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  pageExtensions: ['ts', 'tsx'],
  serverExternalPackages: ['@node-rs/argon2', 'esbuild', 'pino', 'pg', 'prom-client', 'nodemailer'],
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    ...pagesOfLinks.map((source) => ({
      source,
      headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }],
    })),
  ],
};

export default withMDX(config);
