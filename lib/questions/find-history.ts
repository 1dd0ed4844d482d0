import 'server-only';
import { compareWords, type Change } from './history/compare-words';
import { findReplaced, listReplaced, type PostKey } from './history/store';
import { findAnswerForViewer, findQuestionRow, type PostRow } from './read/store';

/** `author` null: the account is gone. */
export type Version = { version: number; author: string | null; at: string };

export type History = {
  question: { id: number; title: string };
  /** The answer whose history it is; null: the question's own. */
  answer: number | null;
  current: number;
  /** The latest first, from the one asked for. */
  versions: Version[];
  /** Where the older ones begin; null: there are none. */
  older: number | null;
  /** Null: there is one version only. `title` null: answers have none. */
  compared: { from: number; to: number; title: Change[] | null; body: Change[] } | null;
};

type Wanted = { from?: number | null; to?: number | null; before?: number | null };

const mostShown = 50;

type Written = { title: string | null; body: string };

const clamp = (version: number, most: number) => Math.min(Math.max(1, version), most);

/** The two versions to lay over each other, the older first: as asked for, else the latest and the one before it. */
const pairOf = (current: number, { from, to }: Wanted) => {
  const later = clamp(to ?? current, current);
  const earlier = clamp(from ?? later - 1, current);
  if (earlier === later) return later === 1 ? { from: 1, to: 2 } : { from: later - 1, to: later };
  return { from: Math.min(earlier, later), to: Math.max(earlier, later) };
};

/** Each replaced version was followed by one that its editor wrote. The first is the author's. */
const listVersions = async (key: PostKey, post: PostRow, before: number | null) => {
  const newest = clamp(before === null ? post.version : before - 1, post.version);
  const rows = await listReplaced(key, newest, mostShown);
  const written = rows.map(({ version, editor, replacedAt }): Version => ({
    version: version + 1,
    author: editor,
    at: replacedAt.toISOString(),
  }));
  const last = written.at(-1)?.version ?? newest;
  const isWhole = rows.length < mostShown;
  const first: Version = { version: 1, author: post.author, at: post.createdAt.toISOString() };
  return { versions: isWhole ? [...written, first] : written, older: isWhole ? null : last };
};

/**
 * Every version of a question, or of one of its answers, and two of them laid over each other. Null when the post is not there
 * for this viewer.
 */
export const findHistory = async (
  questionId: number,
  answerId: number | null,
  viewerId: string | null,
  wanted: Wanted = {},
): Promise<History | null> => {
  const question = await findQuestionRow(questionId, viewerId);
  if (!question) return null;
  const post = answerId === null ? question : await findAnswerForViewer(answerId, questionId, viewerId);
  if (!post) return null;
  const key: PostKey = { kind: answerId === null ? 'question' : 'answer', id: post.id };
  const current = post.version;
  const today: Written = { title: answerId === null ? question.title : null, body: post.body };
  const read = async (version: number) => (version === current ? today : findReplaced(key, version));
  const pair = pairOf(current, wanted);
  const [{ versions, older }, before, after] = await Promise.all([
    listVersions(key, post, wanted.before ?? null),
    current > 1 ? read(pair.from) : null,
    current > 1 ? read(pair.to) : null,
  ]);
  return {
    question: { id: questionId, title: question.title },
    answer: answerId,
    current,
    versions,
    older,
    compared: before &&
      after && {
        ...pair,
        title: after.title === null ? null : compareWords(before.title ?? '', after.title),
        body: compareWords(before.body, after.body),
      },
  };
};
