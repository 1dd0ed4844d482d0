import { clientAddressOf } from '@/lib/http/client-address';
import { handle } from '@/lib/http/handle';
import { findFlag } from '@/lib/moderation/find-flag';
import { flagPost } from '@/lib/moderation/flag-post';
import { FlagForm } from '@/lib/moderation/forms';
import { lookByViewer } from '@/lib/moderation/limits';
import { readRef } from '@/lib/moderation/post';
import { refusals, statusOfRefusal } from '@/lib/moderation/refusals';

/** `?kind=answer&id=7`: what the viewer reported about a post, to change it. */
export const GET = handle(
  { viewer: 'required', limit: { ...lookByViewer, by: 'viewer' }, errors: statusOfRefusal },
  async ({ request, viewer }) => {
    const { searchParams } = new URL(request.url);
    const post = readRef(searchParams.get('kind'), searchParams.get('id'));
    return post ? findFlag(viewer.id, post) : refusals.missing;
  },
);

export const PUT = handle(
  { viewer: 'required', body: FlagForm, errors: statusOfRefusal },
  ({ body, viewer, request }) => flagPost({ viewer, address: clientAddressOf(request) }, body),
);
