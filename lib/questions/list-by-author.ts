import 'server-only';
import type { LessonKey, QuestionSummary } from './question';
import { countOf, listAnswersOf, listQuestionsOf } from './read/by-author/store';
import { readPlace, writePlace } from './read/place';

export type AnswerSummary = LessonKey & {
  id: number;
  questionId: number;
  /** The question's. */
  title: string;
  votes: number;
  isAccepted: boolean;
  createdAt: string;
};

type Page<Item> = {
  items: Item[];
  /** For the next page; null: this is the last. */
  next: string | null;
};

const pageOf = <Item extends { id: number }>(rows: Item[], limit: number): Page<Item> => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? writePlace(0, last.id) : null };
};

/** A page of somebody's questions, newest first; what is deleted or hidden is not in it, not for themselves either. */
export const listQuestionsBy = async (
  authorId: string,
  after: string | null,
  limit = 20,
): Promise<Page<QuestionSummary>> =>
  pageOf(await listQuestionsOf(authorId, readPlace(after)?.id ?? null, limit + 1), limit);

/** A page of somebody's answers, newest first, under questions that are shown. */
export const listAnswersBy = async (
  authorId: string,
  after: string | null,
  limit = 20,
): Promise<Page<AnswerSummary>> => {
  const { items, next } = pageOf(
    await listAnswersOf(authorId, readPlace(after)?.id ?? null, limit + 1),
    limit,
  );
  return { items: items.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })), next };
};

/** Most that are counted one by one. */
const mostCounted = 1000;

/** A count in words: “3”, or “over 1,000” when nobody counted on. */
const inWords = (count: number) => (count >= mostCounted ? 'over 1,000' : String(count));

/** How many questions, answers and accepted answers of somebody's are shown. */
export const countPostsBy = async (authorId: string) => {
  const { questions, answers, accepted } = await countOf(authorId, mostCounted);
  return { questions: inWords(questions), answers: inWords(answers), accepted: inWords(accepted) };
};
