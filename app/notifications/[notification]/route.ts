import { handle } from '@/lib/http/handle';
import { openNotification } from '@/lib/notifications/open-notification';
import { readId } from '@/lib/questions/question';
import { signInHref } from '@/lib/questions/ui/sign-in-first';

const goTo = (path: string) =>
  new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } });

/** Whether a person follows the link now: no browser that fetches it ahead, and no page of another site. */
const isOpened = ({ headers }: Request) =>
  !/prefetch|prerender/.test(headers.get('sec-purpose') ?? headers.get('purpose') ?? '') &&
  headers.get('sec-fetch-site') !== 'cross-site';

/** Marks a notification of one's own as read and goes on to what it is about. */
export const GET = handle({ viewer: 'optional' }, async ({ params, request, viewer }) => {
  const id = readId(params.notification);
  if (id === null || (viewer && !isOpened(request))) return goTo('/notifications');
  if (!viewer) return goTo(signInHref(`/notifications/${id}`));
  return goTo((await openNotification(viewer.id, id)) ?? '/notifications');
});
