import { handle } from '@/lib/http/handle';
import { refusal } from '@/lib/outcome/outcome';
import { exportData } from '@/lib/personal-data/export-data';

const goTo = (location: string) => new Response(null, { status: 303, headers: { location } });

/** The viewer's data as an attachment. It is a link on the account page, so a person who is refused is led to a page that says why. */
export const GET = handle(
  { viewer: 'optional', errors: { 'signed-out': 401, 'too-many-requests': 429 } },
  async ({ viewer, request }) => {
    const isLink = request.headers.get('sec-fetch-mode') === 'navigate';
    if (!viewer)
      return isLink
        ? goTo('/sign-in?callbackUrl=/account')
        : refusal('signed-out', 'You are signed out. Sign in, then try again.');
    const exported = await exportData(viewer.id);
    if (!exported.ok) return isLink ? goTo('/account?export=later#data') : exported;
    const { name, stream } = exported.value;
    return new Response(stream, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  },
);
