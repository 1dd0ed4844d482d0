import { StandingTools } from '@/lib/questions/client/standing-tools';
import { textFragment } from '@/lib/questions/about/text-fragment';
import type { About, Standing } from '@/lib/questions/question';
import styles from '@/lib/questions/ui/asked-about.module.css';

type Props = {
  question: number;
  about: About;
  /** The lesson's address; null when it has no page any more. */
  lesson: string | null;
  /** Whether this viewer says if the question still applies. */
  canJudge: boolean;
};

const words: Record<Exclude<Standing, 'current'>, string> = {
  changed: 'The lesson has changed since this was asked.',
  applies: 'The lesson has changed since this was asked. The question still applies.',
  outdated: 'The lesson has changed since this was asked. The question no longer applies to it.',
};

const goneSection = 'a section that the lesson no longer has';

/** Where in the lesson: to its words, if they are there, else to the heading. */
const anchorOf = ({ heading, headingTitle, passage, standing }: About) => {
  const place = headingTitle === null ? '' : (heading ?? '');
  const fragment = passage !== null && standing === 'current' ? textFragment(passage) : '';
  return place || fragment ? `#${encodeURIComponent(place)}${fragment}` : '';
};

/** The part of a lesson that was asked about, in the words that it had, and whether the lesson still says so. */
export const AskedAbout = ({ question, about, lesson, canJudge }: Props) => {
  const { headingTitle, passage, standing, digest } = about;
  const name = headingTitle
    ? `“${headingTitle}”`
    : passage === null
      ? goneSection
      : 'this passage of the lesson';
  return (
    <aside className={styles.about} aria-label="What it is about">
      <p>About {lesson ? <a href={`${lesson}${anchorOf(about)}`}>{name}</a> : name}</p>
      {passage !== null && <blockquote>{passage}</blockquote>}
      {standing !== 'current' && <p className={styles.changed}>{words[standing]}</p>}
      {standing !== 'current' && canJudge && digest !== null && (
        <StandingTools question={question} standing={standing} digest={digest} />
      )}
    </aside>
  );
};
