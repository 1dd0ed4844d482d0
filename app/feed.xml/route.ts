import { publicAddress } from '@/lib/config/public-address';
import { listDatedLessons } from '@/lib/sharing/dated-lessons';
import { writeFeed } from '@/lib/sharing/write-feed';

export const dynamic = 'force-dynamic';

/** Lessons by their last revision, as RSS, with the address that the site has now. */
export const GET = async () =>
  new Response(writeFeed(publicAddress(), await listDatedLessons()), {
    headers: {
      'content-type': 'application/rss+xml; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    },
  });
