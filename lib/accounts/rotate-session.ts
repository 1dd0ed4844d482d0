import 'server-only';
import { endSession } from './end-sessions';
import { claimsOfRequest, claimsOfResponse } from './read-claims';

/**
 * Stands around whatever may sign a browser in: when the response brings a new session, the one that the browser came with
 * ends, guest's or account's. Whoever knew or planted the cookie of before holds nothing. A sign-in that fails ends nothing.
 */
export const rotateSession = async (
  request: Request,
  respond: () => Promise<Response>,
): Promise<Response> => {
  const response = await respond();
  const [before, after] = await Promise.all([claimsOfRequest(request), claimsOfResponse(response)]);
  if (before && after && before.session !== after.session) await endSession(before.session);
  return response;
};
