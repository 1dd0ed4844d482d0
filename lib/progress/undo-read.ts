import 'server-only';
import { removeRead } from './store';

/** Takes "read" back from a lesson. Its checks, notes and place stay. */
export const undoRead = (learner: string, course: string, lesson: string) =>
  removeRead(learner, course, lesson);
