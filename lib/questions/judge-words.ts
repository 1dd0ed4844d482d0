import 'server-only';
import type { Viewer } from '@/lib/accounts/viewer';
import { publicAddress } from '@/lib/config/public-address';
import { firstPosts, judgePost, reasonsInWords } from '@/lib/moderation/judge-post';
import { findPastPosts, type PostKey } from './judge/store';
import { judgedDays } from './limits';
import { readWords } from './markdown/read-words';

type Edit = { post: PostKey; before: string };

/**
 * Why a text of this person waits for a moderator before others see it; null: it does not. Every text that is posted or edited
 * goes through here. Judged are guests and young accounts, and never those who have a role.
 */
export const judgeWords = async (
  viewer: Viewer,
  text: string,
  edit: Edit | null = null,
): Promise<string | null> => {
  if (viewer.role !== 'learner') return null;
  const { ageMs, ...past } = await findPastPosts(viewer.id, firstPosts, edit?.post ?? null);
  if (!viewer.isGuest && ageMs >= judgedDays * 24 * 60 * 60 * 1000) return null;
  const { host } = new URL(publicAddress());
  const before = edit && readWords(edit.before);
  const reasons = judgePost(readWords(text), past, host, before);
  return reasons.length === 0 ? null : reasonsInWords(reasons);
};

/** A question's title and details as one text. */
export const wholeText = (title: string | null, body: string) =>
  title === null ? body : `${title}\n\n${body}`;
