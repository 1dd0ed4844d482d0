import { linkingCookie } from '@/lib/accounts/identities/linking';
import { listProviders, providerIds } from '@/lib/accounts/identities/provider';
import { unlinkIdentity } from '@/lib/accounts/identities/unlink-identity';
import { passwordByViewer } from '@/lib/accounts/limits';
import { handle } from '@/lib/http/handle';
import { refusal } from '@/lib/outcome/outcome';

const limit = { ...passwordByViewer, name: 'identities:viewer', by: 'viewer' } as const;
const notOffered = () => refusal('not-offered', 'This site does not offer that. Load the page again.');

/** Says that who comes back from this provider next, in this session, wants to link it. */
export const POST = handle(
  { viewer: 'required', limit, errors: { 'not-offered': 404, guest: 403 } },
  async ({ params, viewer }) => {
    const provider = listProviders().find(({ id }) => id === params.provider);
    if (!provider) return notOffered();
    if (viewer.isGuest)
      return refusal('guest', `Sign in with ${provider.name} instead; what you did comes along.`);
    const headers = { 'set-cookie': await linkingCookie(provider.id, viewer), 'cache-control': 'no-store' };
    return new Response(null, { status: 204, headers });
  },
);

export const DELETE = handle(
  { viewer: 'required', limit, errors: { 'not-offered': 404 } },
  async ({ params, viewer }) => {
    const provider = providerIds.find((id) => id === params.provider);
    return provider ? unlinkIdentity(provider, viewer) : notOffered();
  },
);
