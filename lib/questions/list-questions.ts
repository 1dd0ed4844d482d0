import 'server-only';
import { listFollowedIds } from './follow/store';
import type { LessonKey, QuestionSummary, Tab } from './question';
import { readPlace, writePlace } from './read/place';
import { listByIds, listRows } from './read/store';

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

/** Newest questions first, like the others: when somebody began to follow says nothing about them. */
const listFollowed = async (
  viewerId: string,
  lessons: readonly LessonKey[] | null,
  after: number | null,
  limit: number,
): Promise<QuestionPage> => {
  const ids = await listFollowedIds(viewerId, lessons, after, limit + 1);
  const last = ids.length > limit ? ids[limit - 1] : undefined;
  const questions = await listByIds(ids.slice(0, limit));
  return { questions, next: last === undefined ? null : writePlace(0, last) };
};

/** A page of questions. `mine` and `following` without a viewer are empty. */
export const listQuestions = async ({
  tab,
  viewerId,
  lessons,
  heading = null,
  after,
  limit = 20,
}: Wanted): Promise<QuestionPage> => {
  const isPersonal = tab === 'mine' || tab === 'following';
  if ((isPersonal && viewerId === null) || lessons?.length === 0) return { questions: [], next: null };
  const place = readPlace(after);
  if (tab === 'following' && viewerId !== null)
    return listFollowed(viewerId, lessons, place?.id ?? null, limit);
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
