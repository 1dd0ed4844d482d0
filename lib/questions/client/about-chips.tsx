import styles from '../ui/form.module.css';
import type { AskedAbout } from './use-ask-draft';

type ChipProps = { name: string; text: string; onRemove: () => void };

const Chip = ({ name, text, onRemove }: ChipProps) => (
  <li className={styles.chip}>
    <span>
      About the {name}: {text}
    </span>
    <button type="button" onClick={onRemove} aria-label={`Remove the ${name}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="1.8" />
      </svg>
    </button>
  </li>
);

type Props = { about: AskedAbout; onChange: (fields: Partial<AskedAbout>) => void };

const longest = 240;
const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** Said before it happens. */
export const publicRunWords =
  'This run’s result becomes public with your words: which lab, when, the result of each task and what happened. Your files do not.';

/** The section, the passage and the run that a question is about; each can be taken away. */
export const AboutChips = ({ about, onChange }: Props) => {
  const { heading, headingTitle, passage, run, runTitle } = about;
  if (!heading && !passage && !run) return null;
  return (
    <>
      <ul className={styles.chips} aria-label="What it is about">
        {heading && (
          <Chip
            name="section"
            text={`“${headingTitle || heading}”`}
            onRemove={() => onChange({ heading: '', headingTitle: '' })}
          />
        )}
        {passage && (
          <Chip name="passage" text={`“${shortened(passage)}”`} onRemove={() => onChange({ passage: '' })} />
        )}
        {run && (
          <Chip name="run" text={runTitle || run} onRemove={() => onChange({ run: '', runTitle: '' })} />
        )}
      </ul>
      {run && <p className={styles.hint}>{publicRunWords}</p>}
    </>
  );
};
