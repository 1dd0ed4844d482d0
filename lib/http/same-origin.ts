/**
 * Whether an unsafe request was made by a page of this site. Browsers send Origin with every unsafe request;
 * a request without one was not made by a page, and SameSite cookies alone do not stop a sibling host.
 */
export const isSameOrigin = (request: Request): boolean => {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = request.headers.get('origin');
  const host = request.headers.get('host');
  if (!origin || !host) return false;
  try {
    const url = new URL(origin);
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.host === host.toLowerCase();
  } catch {
    return false;
  }
};
