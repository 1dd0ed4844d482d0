import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { NextResponse, type NextRequest } from 'next/server';
import { siteEnv } from '@/lib/config/env';
import { contentPolicy, labSocketOrigin } from '@/lib/http/content-policy';
import { createHashFinder, sha256, type InlineHashes } from '@/lib/http/inline-hashes';
import { themeScript } from '@/lib/ui/header/theme-script';
import { repeatDownloadsScript } from '@/lib/ui/repeat-downloads-script';

const findHashes = createHashFinder(
  path.join(/* turbopackIgnore: true */ process.cwd(), process.env.NEXT_DIST_DIR || '.next'),
);

const headHashes = [themeScript, repeatDownloadsScript].map(sha256);
const none: InlineHashes = { scripts: [], styles: [] };

/** A page that is not found is served from its prerendered file, at any path. */
const hashesOfOthers = async (): Promise<InlineHashes> => {
  const { scripts, styles } = (await findHashes('/_not-found')) ?? none;
  return { scripts: [...headHashes, ...scripts], styles };
};

/**
 * Sets every page's Content-Security-Policy (docs/decisions/0021). Authorisation is not decided here: pages and handlers
 * ask who the viewer is themselves.
 */
export const proxy = async (request: NextRequest) => {
  const { LAB_PORT, NODE_ENV } = siteEnv();
  const { pathname, protocol } = request.nextUrl;
  const isDevelopment = NODE_ENV === 'development';
  const host = request.headers.get('host') ?? 'localhost';
  const staticHashes = isDevelopment ? null : await findHashes(pathname);
  const nonce = staticHashes ? null : randomBytes(16).toString('base64');
  const hashes = staticHashes ?? (isDevelopment ? none : await hashesOfOthers());
  const policy = contentPolicy({
    hashes,
    nonce,
    labSocket: pathname.startsWith('/labs/') ? labSocketOrigin(host, protocol === 'https:', LAB_PORT) : null,
    isDevelopment,
  });
  const headers = new Headers(request.headers);
  if (nonce) headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
};

export const config = { matcher: ['/((?!api/|_next/|favicon.ico|icon.svg).*)'] };
