import 'server-only';
import { readLessonWords } from '@/lib/courses/read-lesson-words';
import { success } from '@/lib/outcome/outcome';
import type { AskForm } from './forms';
import { judgeWords, wholeText } from './judge-words';
import { isPlace } from './lesson-place';
import { labCourse } from './place-links';
import { questionPath } from './question';
import { refusals } from './refusals';
import { findOwnRuns } from './runs/place-runs';
import { insertQuestion } from './store';
import { takeTurn, type Actor } from './take-turn';

/** A run is shown with questions on its own lab. */
const isRunOf = ({ course, lesson }: AskForm, scenario: string | undefined) =>
  course === labCourse && lesson === scenario;

/**
 * Asks a question on a lesson, or a part of it, or on a lab. The same form sent twice is one question. Runs of one's own that it
 * is about, or that its text places, become public with it. `held`: why it waits for a moderator.
 */
export const askQuestion = async (actor: Actor, form: AskForm) => {
  if (!isPlace(form)) return refusals.unknownLesson;
  const isOnPart = form.heading !== null || form.passage !== null;
  if (isOnPart && form.course === labCourse) return refusals.unknownLesson;
  const turn = await takeTurn('ask', actor);
  if (!turn.ok) return turn;
  const [reasons, runs, words] = await Promise.all([
    judgeWords(actor.viewer, wholeText(form.title, form.body)),
    findOwnRuns(actor.viewer.id, form.body, form.run),
    isOnPart ? readLessonWords(form) : null,
  ]);
  const about = runs.find(({ run }) => run === form.run);
  if (form.run !== null && !isRunOf(form, about?.card.scenario)) return refusals.unknownRun;
  const { id, isSame, held } = await insertQuestion(actor.viewer.id, form, {
    askedOn: words?.digest ?? null,
    held: reasons,
    runs,
  });
  if (!isSame) return refusals.otherWords;
  return success({ id, href: questionPath({ id, title: form.title }), ...(held !== null && { held }) });
};
