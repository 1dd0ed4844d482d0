import 'server-only';
import { listRows } from './store';

/** A learner's notes, oldest first; with `lesson` (`course/lesson`) those of that lesson. */
export const listNotes = (learner: string, lessonKey?: string) => {
  if (lessonKey === undefined) return listRows(learner);
  const [course = '', lesson = ''] = lessonKey.split('/');
  return listRows(learner, { course, lesson });
};
