import { listLessonQuestions } from '@/lib/questions/list-lesson-questions';
import { labCourse } from '@/lib/questions/place-links';
import { PlaceQuestions } from '@/lib/questions/ui/place-questions';

/** As many as the end of a lesson shows. */
const shown = 4;

/** What others asked about a lab: how much, and the inside of the section that shows it. */
export const findLabQuestions = async (scenario: string, isSignedIn: boolean) => {
  const place = { course: labCourse, lesson: scenario };
  const { questions, total } = await listLessonQuestions(place, shown);
  const content = (
    <PlaceQuestions kind="lab" place={place} rows={questions} total={total} isSignedIn={isSignedIn} />
  );
  return { total, content };
};
