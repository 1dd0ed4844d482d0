import styles from '@/lib/questions/ui/lesson-questions.module.css';
import { QuestionsIsland } from './questions-island';

/** The end of a lesson: what others asked about it. Without JavaScript, the way to the page that shows it. `lesson` is `course/lesson`. */
export const LessonQuestions = ({ lesson }: { lesson: string }) => (
  <section className={`${styles.section} no-print`} aria-label="Questions on this lesson" id="questions">
    <QuestionsIsland lesson={lesson}>
      <h2>Questions on this lesson</h2>
      <p>
        <a href={`/questions?lesson=${lesson}`}>What others asked about it, and the answers</a>
      </p>
    </QuestionsIsland>
  </section>
);
