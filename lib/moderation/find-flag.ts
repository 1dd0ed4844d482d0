import 'server-only';
import { success } from '@/lib/outcome/outcome';
import { decidedWords } from './flag-post';
import { findFlagRow } from './flags/store';
import type { PostRef } from './post';

/** What the viewer reported about a post, to be changed; `decided`: what became of it. */
export const findFlag = async (viewerId: string, post: PostRef) => {
  const flag = await findFlagRow(viewerId, post);
  return success({
    reason: flag?.reason ?? null,
    words: flag?.words ?? '',
    decided: flag?.resolution ? decidedWords(flag.resolution === 'upheld') : null,
  });
};
