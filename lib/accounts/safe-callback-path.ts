/**
 * Where to go after signing in: a path on this site, else "/". Absolute URLs of other origins, `//host`,
 * `/\host` and control characters all fall back to "/".
 */
export const safeCallbackPath = (target: string | null | undefined, base = 'http://site.invalid'): string => {
  if (!target) return '/';
  try {
    const url = new URL(target, base);
    if (url.origin !== new URL(base).origin) return '/';
    const path = url.pathname + url.search + url.hash;
    return path.startsWith('//') ? '/' : path;
  } catch {
    return '/';
  }
};
