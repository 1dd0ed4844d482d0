import 'server-only';
import { findCourse, findLesson } from '@/lib/courses/course';
import { success } from '@/lib/outcome/outcome';
import type { AskForm } from './forms';
import { judgeWords, wholeText } from './judge-words';
import { questionPath } from './question';
import { refusals } from './refusals';
import { insertQuestion } from './store';
import { takeTurn, type Actor } from './take-turn';

/** Asks a question on a lesson. The same form sent twice is one question. `held`: why it waits for a moderator. */
export const askQuestion = async (actor: Actor, form: AskForm) => {
  const course = findCourse(form.course);
  if (!course || !findLesson(course, form.lesson)) return refusals.unknownLesson;
  const turn = await takeTurn('ask', actor);
  if (!turn.ok) return turn;
  const reasons = await judgeWords(actor.viewer, wholeText(form.title, form.body));
  const { id, isSame, held } = await insertQuestion(actor.viewer.id, form, reasons);
  if (!isSame) return refusals.otherWords;
  return success({ id, href: questionPath({ id, title: form.title }), ...(held !== null && { held }) });
};
