import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { useSubmission } from '@/lib/questions/client/use-submission';
import forms from '@/lib/questions/ui/form.module.css';
import buttons from '@/lib/ui/button.module.css';
import { longestWords } from '../sizes';
import styles from '../ui/case.module.css';

type Props = ReturnType<typeof useSubmission> & {
  /** Unique on the page. */
  name: string;
  asks: string;
  isNeeded: boolean;
  reason: string;
  onReason: (reason: string) => void;
  action: string;
  /** Who reads what, word for word. */
  told: readonly (readonly [who: string, words: string])[];
  onClose: () => void;
  children?: ReactNode;
};

/** A reason, what it is asked together with, and the words that others will read. The focus goes to where one goes on. */
export const ReasonForm = ({ problem, isBusy, alert, form, ...props }: Props) => {
  const { name, asks, isNeeded, reason, onReason, action, told, onClose, children } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const hasFirst = children !== undefined;
  useEffect(() => {
    if (hasFirst) return;
    if (isNeeded) field.current?.select();
    else button.current?.focus();
  }, [isNeeded, hasFirst]);
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <form
      className={styles.form}
      method="post"
      aria-label={action}
      {...form}
      onKeyDown={(event) => {
        form.onKeyDown(event);
        closeByKey(event);
      }}
    >
      <p ref={alert} role="alert" tabIndex={-1} className={forms.alert}>
        {problem?.message}
      </p>
      {children}
      <div className={forms.field}>
        <label htmlFor={`reason-${name}`}>{asks}</label>
        <textarea
          ref={field}
          id={`reason-${name}`}
          name="reason"
          rows={2}
          value={reason}
          maxLength={longestWords}
          required={isNeeded}
          aria-invalid={problem?.code === 'invalid:reason' || undefined}
          onChange={(event) => onReason(event.target.value)}
        />
      </div>
      {told.length > 0 && (
        <dl className={styles.told}>
          {told.map(([who, words]) => (
            <div key={who}>
              <dt>{who}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className={forms.actions}>
        <button ref={button} type="submit" className={buttons.primary} aria-disabled={isBusy}>
          {isBusy ? 'One moment…' : action}
        </button>
        <button type="button" className={buttons.secondary} onClick={onClose}>
          Cancel
        </button>
        <span className={`${forms.hint} ${styles.keys}`}>
          <kbd>Ctrl</kbd> <kbd>Enter</kbd> carries it out, <kbd>Esc</kbd> closes
        </span>
      </div>
    </form>
  );
};
