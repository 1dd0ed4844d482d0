import { listLessonQuestions } from '@/lib/questions/list-lesson-questions';
import { labCourse } from '@/lib/questions/place-links';
import { PlaceQuestions } from '@/lib/questions/ui/place-questions';
import styles from './lab-page.module.css';

/** As many as the end of a lesson shows. */
const shown = 4;

type Props = { scenario: string; isSignedIn: boolean };

/** The end of a lab: what others asked about it. It stands below the workspace, where it takes no room from it. */
export const LabQuestions = async ({ scenario, isSignedIn }: Props) => {
  const place = { course: labCourse, lesson: scenario };
  const { questions, total } = await listLessonQuestions(place, shown);
  return (
    <section className={styles.questions} aria-label="Questions on this lab" id="questions">
      <PlaceQuestions kind="lab" place={place} rows={questions} total={total} isSignedIn={isSignedIn} />
    </section>
  );
};
