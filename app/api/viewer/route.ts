import { handle } from '@/lib/http/handle';
import { countUnread } from '@/lib/notifications/count-unread';
import { viewerLinkOf } from '@/lib/notifications/viewer-link-of';
import { success } from '@/lib/outcome/outcome';

/** `{viewer: null}` or what the header shows. Static pages ask this after they are readable. */
export const GET = handle({ viewer: 'optional' }, async ({ viewer }) => {
  if (!viewer) return success({ viewer });
  const { id, name, isGuest } = viewer;
  return success({ viewer: { id, name, isGuest, ...viewerLinkOf(name, await countUnread(id)) } });
});
