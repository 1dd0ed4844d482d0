import 'server-only';
import { z } from 'zod';
import { publicAddress } from '@/lib/config/public-address';
import { readWords } from '@/lib/questions/markdown/read-words';
import { renderMarkdown } from '@/lib/questions/markdown/render-markdown';
import { questionPath } from '@/lib/questions/question';
import type { Case, PersonRecord } from './case';
import { destinationOf } from './judge/hosts';
import { kinds, type PostRef } from './post';
import {
  countWaitingRows,
  listFlagRows,
  listPeople,
  listPostRows,
  listWaiting,
  type PostRow,
  type QueuePlace,
  type Waiting,
} from './queue/store';

const Place = z.tuple([
  z.int().min(0).max(8.64e15),
  z.int().min(0).max(2),
  z.int().min(1).max(2_147_483_647),
]);

const readPlace = (text: string | null): QueuePlace | null => {
  const parsed = Place.safeParse((text ?? '').split('.').map((part) => (part === '' ? NaN : Number(part))));
  if (!parsed.success) return null;
  const [since, kind, id] = parsed.data;
  return { since, kind, id };
};

const hrefOf = (post: PostRow): string | null => {
  if (post.isDeleted || post.hiddenBecause || !post.questionIsShown || !post.answerIsShown) return null;
  const path = questionPath({ id: post.questionId, title: post.questionTitle });
  return post.answerId === null ? path : `${path}?answer=${post.answerId}#answer-${post.answerId}`;
};

const hostsOf = (body: string) => {
  const { host } = new URL(publicAddress());
  return [...new Set(readWords(body).links.flatMap(({ url }) => destinationOf(url, host)?.host ?? []))];
};

const caseOf = async (post: PostRow, author: PersonRecord | null, flags: Case['flags']): Promise<Case> => ({
  kind: post.kind,
  id: post.id,
  question: {
    id: post.questionId,
    title: post.questionTitle,
    isLocked: post.isLocked,
    isShown: post.questionIsShown,
    mergedInto: post.mergedIntoId,
  },
  mergedIntoTitle: post.mergedIntoTitle,
  href: hrefOf(post),
  html: await renderMarkdown(post.body),
  hosts: hostsOf(`${post.title ?? ''}\n\n${post.body}`),
  postedAt: post.createdAt.getTime(),
  editedAt: post.editedAt?.getTime() ?? null,
  isDeleted: post.isDeleted,
  hidden: post.hiddenBecause && { because: post.hiddenBecause, words: post.hiddenWords ?? '' },
  author,
  flags,
});

/** Posts with all that a moderator needs to decide on them, in the order of `refs`; those that are gone are left out. */
export const readCases = async (refs: readonly PostRef[]): Promise<Case[]> => {
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const ids = refs.filter((ref) => ref.kind === kind).map(({ id }) => id);
      if (ids.length === 0) return { kind, posts: [], flags: [] };
      const [posts, flags] = await Promise.all([listPostRows(kind, ids), listFlagRows(kind, ids)]);
      return { kind, posts, flags };
    }),
  );
  const posts = found.flatMap((of) => of.posts);
  const people = await listPeople([...new Set(posts.flatMap(({ authorId }) => authorId ?? []))]);
  const cases = refs.map(async (ref) => {
    const post = posts.find(({ kind, id }) => kind === ref.kind && id === ref.id);
    if (!post) return [];
    const flags = (found.find(({ kind }) => kind === ref.kind)?.flags ?? [])
      .filter(({ postId }) => postId === ref.id)
      .map(({ postId: _, createdAt, ...flag }) => ({ ...flag, at: createdAt.getTime() }));
    return [await caseOf(post, people.find(({ id }) => id === post.authorId) ?? null, flags)];
  });
  return (await Promise.all(cases)).flat();
};

/** `readAt` in epoch ms. */
export type Queue = { cases: Case[]; waiting: Waiting; next: string | null; readAt: number };

/** A page of what waits for a moderator: reported and held posts, the oldest first. */
export const listCases = async (after: string | null, limit = 20): Promise<Queue> => {
  const [rows, waiting] = await Promise.all([listWaiting(readPlace(after), limit + 1), countWaitingRows()]);
  const listed = rows.slice(0, limit);
  const last = listed.at(-1)?.place;
  return {
    cases: await readCases(listed),
    waiting,
    readAt: Date.now(),
    next: rows.length > limit && last ? `${last.since}.${last.kind}.${last.id}` : null,
  };
};
