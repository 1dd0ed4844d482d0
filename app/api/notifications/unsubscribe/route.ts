import { handle } from '@/lib/http/handle';
import { unsubscribe } from '@/lib/notifications/digest/unsubscribe';

const goTo = (path: string) => new Response(null, { status: 303, headers: { location: path } });

/** The address in a mail's header. A mail program that opens it for a person shows the page that asks first. */
export const GET = handle({ viewer: 'none' }, async ({ request }) => {
  const { search } = new URL(request.url);
  return goTo(`/notifications/unsubscribe${search}`);
});

/**
 * One click in a mail program, which posts from anywhere (RFC 8058): the token alone says who, the body says nothing more and is
 * not read. `page` is set by our own page, which is a person's and goes on to be one.
 */
export const POST = handle(
  { viewer: 'none', origin: 'any', errors: { 'invalid-link': 403 } },
  async ({ request }) => {
    const { searchParams } = new URL(request.url);
    const done = await unsubscribe(searchParams.get('token') ?? '');
    if (!searchParams.has('page')) return done;
    return goTo(`/notifications/unsubscribe${done.ok ? '?done' : ''}`);
  },
);
