import 'server-only';
import type { Account, User } from 'next-auth';
import { log } from '@/lib/config/log';
import { publicAddress } from '@/lib/config/public-address';
import { findViewer } from '../find-viewer';
import { cookiesOfRequest } from '../read-claims';
import { safeCallbackPath } from '../safe-callback-path';
import { authCookies } from '../session-cookie';
import { ForeignIdentity } from './foreign-identity';
import { linkIdentity } from './link-identity';
import { wantsToLink } from './linking';
import { signInWithIdentity } from './sign-in-with-identity';
import { writeTold } from './told';

/** `sessionId`: the session that went to link an account and goes on. */
type Admitted = { userId: string; sessionId: string | null };

/**
 * What happens when a browser comes back from GitHub or Google in this request: it signs in, or links when it went away for
 * that. `signIn` is next-auth's callback; a refusal goes to a page as words.
 */
export const comeBack = (request: Request) => {
  let admitted: Admitted | null = null;
  const admit = async (user: User, account: Account): Promise<true | string> => {
    const identity = ForeignIdentity.parse({
      provider: account.provider,
      subject: account.providerAccountId,
      name: user.name ?? '',
      email: user.email ?? null,
    });
    const viewer = await findViewer(request);
    const jar = cookiesOfRequest(request);
    const { linking, cookies } = authCookies();
    const isLinking =
      viewer && !viewer.isGuest && (await wantsToLink(jar[linking.name], identity.provider, viewer));
    const answer = isLinking
      ? await linkIdentity(identity, viewer)
      : await signInWithIdentity(identity, viewer);
    if (answer.ok) {
      admitted = { userId: answer.value, sessionId: isLinking ? viewer.sessionId : null };
      return true;
    }
    const told = await writeTold(answer.error.message);
    if (isLinking) return `/account?told=${told}`;
    const wanted = new URLSearchParams(`path=${jar[cookies.callbackUrl.name] ?? ''}`).get('path');
    const returnPath = safeCallbackPath(wanted, publicAddress());
    return `/sign-in?${new URLSearchParams({ told, callbackUrl: returnPath })}`;
  };
  const signIn = async ({ user, account }: { user: User; account: Account | null }) => {
    if (account?.type !== 'oauth') return true;
    try {
      return await admit(user, account);
    } catch (error) {
      log().error({ err: error, provider: account.provider }, 'unexpected');
      // next-auth would put the message into an address.
      throw new Error('Callback', { cause: error });
    }
  };
  return { signIn, admitted: (): Admitted | null => admitted };
};
