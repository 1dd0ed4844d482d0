import type { LabStanding } from '@/lib/progress/lab-standing';
import type { Rating } from '@/lib/progress/progress';
import type { LessonSummary, ModuleSummary } from '@/lib/progress/summarise';
import styles from './progress.module.css';

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

const totalOf = (answers: Record<Rating, number>) => answers.could + answers.nearly + answers.notYet;

const Bar = ({ label, done, of }: { label: string; done: number; of: number }) => (
  <div className={styles.bar}>
    <span>{label}</span>
    <progress max={of} value={done} aria-label={label} />
    <span className={styles.figure}>
      {done} of {of}
    </span>
  </div>
);

const ratingWords = ({ could, nearly, notYet }: Record<Rating, number>) =>
  [could > 0 && `${could} could say it`, nearly > 0 && `${nearly} nearly`, notYet > 0 && `${notYet} not yet`]
    .filter(Boolean)
    .join(', ');

const Lab = ({
  title,
  slug,
  standing,
}: {
  title: string;
  slug: string;
  standing: LabStanding | undefined;
}) => (
  <span className={styles.lab}>
    <a href={`/labs/${slug}`}>{title}</a>{' '}
    {standing === undefined
      ? 'not begun'
      : standing.passed >= standing.total
        ? '✓ solved'
        : `${standing.passed} of ${standing.total} tasks`}
  </span>
);

const LessonRow = ({ lesson, labs }: { lesson: LessonSummary; labs: Record<string, LabStanding> }) => (
  <tr>
    <th scope="row">
      <a href={lesson.href}>{lesson.title}</a>
    </th>
    <td>{lesson.readAt === null ? '–' : <>✓ {day.format(new Date(lesson.readAt))}</>}</td>
    <td>
      {lesson.checks.answered === 0 ? '–' : `${lesson.checks.right} of ${lesson.checks.answered} right`}
    </td>
    <td>{totalOf(lesson.answers) === 0 ? '–' : ratingWords(lesson.answers)}</td>
    <td>
      {lesson.labs.length === 0
        ? '–'
        : lesson.labs.map((lab) => <Lab key={lab.slug} {...lab} standing={labs[lab.slug]} />)}
    </td>
  </tr>
);

/** A module: how much of it is read, solved and practised, and on request lesson by lesson. */
export const ModuleProgress = ({
  module,
  labs,
}: {
  module: ModuleSummary;
  labs: Record<string, LabStanding>;
}) => {
  const practised = totalOf(module.answers);
  return (
    <section className={styles.module} aria-labelledby={`module-${module.number}`}>
      <h3 id={`module-${module.number}`}>
        <span className={styles.number}>{module.number}</span> {module.title}
      </h3>
      <div className={styles.bars}>
        {module.read.of > 0 && <Bar label="Lessons read" {...module.read} />}
        {module.labs.of > 0 && <Bar label="Labs solved" {...module.labs} />}
        <p className={styles.practised}>
          {module.read.of === 0
            ? 'No lesson of this module is published yet.'
            : practised === 0
              ? 'No model answer practised yet.'
              : `${practised} model ${practised === 1 ? 'answer' : 'answers'} practised: ${ratingWords(module.answers)}.`}
        </p>
      </div>
      {module.lessons.length > 0 && (
        <details className={styles.lessons}>
          <summary>Lesson by lesson</summary>
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={`Lessons of ${module.title}`}>
            <table>
              <thead>
                <tr>
                  <th scope="col">Lesson</th>
                  <th scope="col">Read</th>
                  <th scope="col">Checks</th>
                  <th scope="col">Your answers</th>
                  <th scope="col">Labs</th>
                </tr>
              </thead>
              <tbody>
                {module.lessons.map((lesson) => (
                  <LessonRow key={lesson.key} lesson={lesson} labs={labs} />
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  );
};
