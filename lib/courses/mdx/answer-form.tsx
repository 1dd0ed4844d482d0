import { useId } from 'react';
import styles from './check.module.css';

type Props = { label: string; unit?: string; isNumber?: boolean };

/** A field and a button, shown where JavaScript can judge what is typed. */
export const AnswerForm = ({ label, unit, isNumber = false }: Props) => {
  const id = useId();
  return (
    <form className={`${styles.row} ${styles.scriptOnly}`} data-answer="">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name="answer"
        inputMode={isNumber ? 'decimal' : 'text'}
        size={isNumber ? 12 : 20}
        maxLength={80}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      {unit && <span>{unit}</span>}
      <button type="submit" className={styles.submit}>
        Check
      </button>
    </form>
  );
};
