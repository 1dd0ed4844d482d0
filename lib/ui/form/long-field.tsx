import styles from './form.module.css';

type Props = {
  label: string;
  name: string;
  rows: number;
  maxLength: number;
  hint?: string;
  problem?: string | null;
  defaultValue?: string;
};

/** A labelled field for some lines of text, which may stay empty. Uncontrolled, like `Field`. */
export const LongField = ({ label, name, rows, maxLength, hint, problem, defaultValue }: Props) => {
  const describedBy = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={name}>{label}</label>
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={defaultValue}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy || undefined}
      />
      {hint && (
        <p id={`${name}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${name}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
};
