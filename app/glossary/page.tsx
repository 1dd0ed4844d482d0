import type { Metadata } from 'next';
import { findLesson, listCourses } from '@/lib/courses/course';
import { listTerms, type GlossaryEntry } from '@/lib/courses/reference/glossary';
import styles from './glossary.module.css';

export const dynamic = 'force-static';

export const metadata: Metadata = {
  title: 'Glossary',
  description: 'The words of system design that the course uses, each in a sentence or two.',
};

const findIntroduction = (slug: string) =>
  listCourses()
    .map((course) => findLesson(course, slug))
    .find((lesson) => lesson !== undefined);

const letterOf = ({ term }: GlossaryEntry) => {
  const [first = ''] = term.normalize('NFD').toUpperCase();
  return /[A-Z]/.test(first) ? first : '#';
};

const groupByLetter = (entries: readonly GlossaryEntry[]) => {
  const groups = new Map<string, GlossaryEntry[]>();
  for (const entry of entries) {
    const letter = letterOf(entry);
    groups.set(letter, [...(groups.get(letter) ?? []), entry]);
  }
  return groups;
};

const Entry = ({ entry }: { entry: GlossaryEntry }) => {
  const lesson = findIntroduction(entry.lesson);
  return (
    <div className={styles.entry} id={entry.slug}>
      <dt>
        <a href={`#${entry.slug}`}>{entry.term}</a>
      </dt>
      <dd>
        {entry.definition}
        {lesson && (
          <p className={styles.lesson}>
            Introduced in <a href={lesson.href}>{lesson.title}</a>
          </p>
        )}
      </dd>
    </div>
  );
};

const GlossaryPage = () => {
  const groups = groupByLetter(listTerms());
  return (
    <div className={styles.page}>
      <h1>Glossary</h1>
      <p className={styles.lead}>
        The words that the lessons use without explaining them each time. In a lesson, a dotted line below a
        word leads here.
      </p>
      {groups.size === 0 && <p>No lesson has defined a term yet.</p>}
      <nav aria-label="Letters" className={styles.letters}>
        {[...groups.keys()].map((letter) => (
          <a key={letter} href={`#letter-${letter}`}>
            {letter}
          </a>
        ))}
      </nav>
      {[...groups].map(([letter, entries]) => (
        <section key={letter} className={styles.group} aria-labelledby={`letter-${letter}`}>
          <h2 id={`letter-${letter}`}>{letter}</h2>
          <dl>
            {entries.map((entry) => (
              <Entry key={entry.slug} entry={entry} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
};
export default GlossaryPage;
