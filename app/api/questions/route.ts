import { clientAddressOf } from '@/lib/http/client-address';
import { handle } from '@/lib/http/handle';
import { success } from '@/lib/outcome/outcome';
import { headingPattern, lessonKeyPattern } from '@/lib/progress/progress';
import { askQuestion } from '@/lib/questions/ask-question';
import { AskForm } from '@/lib/questions/forms';
import { listByAddress } from '@/lib/questions/limits';
import { listLessonQuestions } from '@/lib/questions/list-lesson-questions';
import { statusOfRefusal } from '@/lib/questions/refusals';

/** As many as the foot of a lesson has room for. */
const shownOnLesson = 4;

/**
 * `?lesson=course/lesson`: its most helpful questions, how many it has, and whether someone is signed in; with `heading`, once
 * or more, how many are on each of these.
 */
export const GET = handle(
  { viewer: 'optional', limit: { ...listByAddress, by: 'viewer' } },
  async ({ request, viewer }) => {
    const query = new URL(request.url).searchParams;
    const key = query.get('lesson') ?? '';
    const [course = '', lesson = ''] = lessonKeyPattern.test(key) ? key.split('/') : [];
    const headings = query.getAll('heading').filter((heading) => headingPattern.test(heading));
    const listed = await listLessonQuestions({ course, lesson }, shownOnLesson, headings);
    return success({ ...listed, isSignedIn: viewer !== null });
  },
);

export const POST = handle(
  { viewer: 'required', body: AskForm, maxBodyBytes: 128 * 1024, errors: statusOfRefusal },
  ({ body, viewer, request }) => askQuestion({ viewer, address: clientAddressOf(request) }, body),
);
