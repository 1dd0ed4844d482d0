import 'server-only';
import { claimsOfPage, claimsOfRequest } from './read-claims';
import { findSessionViewer } from './store';
import type { Viewer } from './viewer';

/**
 * Who is asking, or null. Asks the database every time, so a session that was ended elsewhere is refused at once.
 * Route handlers pass their request; pages pass nothing and become dynamic.
 */
export const findViewer = async (request?: Request): Promise<Viewer | null> => {
  const claims = await (request ? claimsOfRequest(request) : claimsOfPage());
  return claims && findSessionViewer(claims.session, claims.sub);
};
