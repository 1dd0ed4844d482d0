import 'server-only';
import type { LessonKey, QuestionSummary, Tab } from './question';
import { readPlace, writePlace } from './read/place';
import { listRows } from './read/store';

export type QuestionPage = {
  questions: QuestionSummary[];
  /** For the next page; null: this is the last. */ next: string | null;
};

type Wanted = {
  tab: Tab;
  viewerId: string | null;
  /** Only of these lessons; null: of all. */
  lessons: readonly LessonKey[] | null;
  /** Only on this heading of them; null: on all. */
  heading?: string | null;
  after?: string | null;
  limit?: number;
};

/** A page of questions. `mine` without a viewer is empty. */
export const listQuestions = async ({
  tab,
  viewerId,
  lessons,
  heading = null,
  after,
  limit = 20,
}: Wanted): Promise<QuestionPage> => {
  if ((tab === 'mine' && viewerId === null) || lessons?.length === 0) return { questions: [], next: null };
  const place = readPlace(after);
  const rows = await listRows(
    { tab, viewerId, heading },
    lessons,
    place && { votes: place.key, id: place.id },
    limit + 1,
  );
  const questions = rows.slice(0, limit);
  const last = questions.at(-1);
  return { questions, next: rows.length > limit && last ? writePlace(last.votes, last.id) : null };
};
