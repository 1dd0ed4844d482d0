import 'server-only';
import { readLessonWords } from '@/lib/courses/read-lesson-words';
import { describeAbout } from './about/standing';
import { renderMarkdown } from './markdown/render-markdown';
import type { Answer, Comment, Hidden, MergedQuestion, Post, Question } from './question';
import { readPlace, writePlace } from './read/place';
import { showPosts } from './runs/show-posts';
import {
  findAnswerRow,
  findCommentRow,
  findQuestionRow,
  listAnswerRows,
  listCommentRows,
  listMergedRows,
  type CommentRow,
  type PostRow,
} from './read/store';

export type Thread = {
  question: Question;
  answers: Answer[];
  comments: Comment[];
  merged: MergedQuestion[];
  /** For the next page of answers; null: this is the last. */
  next: string | null;
};

type Wanted = {
  after?: string | null;
  /** An answer that a link named: it is shown at the top when it is not on this page anyway. */
  answer?: number | null;
  /** A comment that a link named: it is shown whatever it hangs on. */
  comment?: number | null;
  limit?: number;
};

const mostComments = 300;
const mostMerged = 20;

const hiddenOf = ({
  hiddenBecause,
  hiddenWords,
}: Pick<PostRow, 'hiddenBecause' | 'hiddenWords'>): Hidden | null =>
  hiddenBecause && { because: hiddenBecause, words: hiddenWords ?? '' };

const postOf = (row: PostRow, html: string): Post => {
  const { body: _, createdAt, editedAt, hiddenBecause, hiddenWords, ...post } = row;
  return {
    ...post,
    html,
    hidden: hiddenOf({ hiddenBecause, hiddenWords }),
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
  };
};

const commentOf = async ({
  body,
  createdAt,
  hiddenBecause,
  hiddenWords,
  ...row
}: CommentRow): Promise<Comment> => ({
  ...row,
  html: await renderMarkdown(body),
  hidden: hiddenOf({ hiddenBecause, hiddenWords }),
  createdAt: createdAt.toISOString(),
});

const listMerged = async (id: number, viewerId: string | null): Promise<MergedQuestion[]> =>
  Promise.all(
    (await listMergedRows(id, mostMerged)).map(async ({ body, createdAt, ...row }) => ({
      ...row,
      html: await renderMarkdown(body),
      createdAt: createdAt.toISOString(),
      comments: await Promise.all((await listCommentRows(row.id, [], viewerId, mostComments)).map(commentOf)),
    })),
  );

/**
 * A question with a page of its answers: the accepted one first, then by votes, then the older. Null when it is not there
 * for this viewer; a deleted post is there for its author only, who can restore it, and so is a hidden one.
 */
export const findThread = async (
  id: number,
  viewerId: string | null,
  { after, answer, comment, limit = 20 }: Wanted = {},
): Promise<Thread | null> => {
  const row = await findQuestionRow(id, viewerId);
  if (!row) return null;
  const { acceptedAnswerId, title, course, lesson, heading, answerCount, ...rest } = row;
  const { isLocked, lockedBecause, passage, passageCheckedFor, passageHolds, labRunId, ...post } = rest;
  const locked = isLocked ? { because: lockedBecause ?? '' } : null;
  const isOnPart = heading !== null || passage !== null;
  const place = readPlace(after);
  const accepted = acceptedAnswerId === null ? null : await findAnswerRow(acceptedAnswerId, id, viewerId);
  const rows = await listAnswerRows(
    { id, acceptedId: accepted?.id ?? null },
    viewerId,
    place && { votes: place.key, id: place.id },
    limit + 1,
  );
  const listed = rows.slice(0, limit);
  const last = listed.at(-1);
  const said = comment ? await findCommentRow(comment, id, viewerId) : null;
  const linked = answer ?? said?.answerId ?? null;
  const isLinkedHere = linked === null || [...listed, accepted].some((one) => one?.id === linked);
  const shown = [
    place ? null : accepted,
    isLinkedHere ? null : await findAnswerRow(linked, id, viewerId),
    ...listed,
  ].filter((one) => one !== null);
  const [comments, words, [html = '', ...answers]] = await Promise.all([
    listCommentRows(
      id,
      shown.map((answer) => answer.id),
      viewerId,
      mostComments,
    ),
    isOnPart ? readLessonWords({ course, lesson }) : null,
    showPosts([{ ...post, run: labRunId }, ...shown.map((answer) => ({ ...answer, run: null }))]),
  ]);
  if (said && !comments.some((one) => one.id === said.id)) comments.push(said);
  const about = describeAbout({ heading, passage, passageCheckedFor, passageHolds }, words);
  return {
    question: { ...postOf(post, html), title, course, lesson, about, answerCount, locked },
    answers: shown.map((answer, at) => ({
      ...postOf(answer, answers[at] ?? ''),
      isAccepted: answer.id === accepted?.id,
    })),
    comments: await Promise.all(comments.map(commentOf)),
    merged: place ? [] : await listMerged(id, viewerId),
    next: rows.length > limit && last ? writePlace(last.votes, last.id) : null,
  };
};
