import styles from './form.module.css';

type Props = {
  label: string;
  name: string;
  type?: 'text' | 'email' | 'password';
  autoComplete: string;
  hint?: string;
  problem?: string | null;
  defaultValue?: string;
  isOptional?: boolean;
  isReadOnly?: boolean;
};

/** A labelled input with its hint and its problem. It is uncontrolled, so a refused form keeps what was typed. */
export const Field = ({
  label,
  name,
  type = 'text',
  autoComplete,
  hint,
  problem,
  defaultValue,
  isOptional = false,
  isReadOnly = false,
}: Props) => {
  const describedBy = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete}
        defaultValue={defaultValue}
        required={!isOptional}
        readOnly={isReadOnly}
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
