import type { ReactNode } from 'react';
import styles from './form.module.css';

export type LabelledProps = {
  label: string;
  name: string;
  hint?: string;
  problem?: string | null;
};

type Control = {
  id: string;
  name: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
};

/** What every field has around its control: the label, the hint and the problem, which the control names. */
export const Labelled = ({
  label,
  name,
  hint,
  problem,
  children,
}: LabelledProps & { children: (control: Control) => ReactNode }) => {
  const describedBy = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={name}>{label}</label>
      {children({
        id: name,
        name,
        'aria-invalid': problem ? true : undefined,
        'aria-describedby': describedBy || undefined,
      })}
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
