import type { InlineHashes } from './inline-hashes';

/** How a page's inline scripts are allowed: by the hash of their text (static pages) or by a nonce (rendered on demand). */
export type PolicyInput = {
  hashes: InlineHashes;
  nonce: string | null;
  /** Lab pages: the socket's origin. They get what the editor needs besides: workers of its own making and inline styles. */
  labSocket: string | null;
  /** Hot reload evaluates code and writes inline scripts. */
  isDevelopment: boolean;
};

const quote = (value: string) => `'${value}'`;
const byHash = (hashes: readonly string[]) => hashes.map((hash) => quote(`sha256-${hash}`));

/** The Content-Security-Policy of one page. */
export const contentPolicy = ({ hashes, nonce, labSocket, isDevelopment }: PolicyInput): string => {
  const scripts = isDevelopment
    ? ["'unsafe-inline'", "'unsafe-eval'"]
    : [...(nonce ? [quote(`nonce-${nonce}`)] : []), ...byHash(hashes.scripts)];
  const hasInlineStyles = isDevelopment || labSocket !== null;
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...scripts],
    'style-src': ["'self'", ...(hasInlineStyles ? ["'unsafe-inline'"] : byHash(hashes.styles))],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'", ...(labSocket ? ['data:'] : [])],
    'connect-src': ["'self'", ...(labSocket ? [labSocket] : [])],
    'worker-src': ["'self'", ...(labSocket ? ['blob:'] : [])],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
};

/** Origin of the lab service's socket for a browser that reached the site as `host`. */
export const labSocketOrigin = (host: string, isSecure: boolean, labPort: number): string => {
  const { hostname } = new URL(`http://${host}`);
  return `${isSecure ? 'wss' : 'ws'}://${hostname}:${labPort}`;
};
