import { useState } from 'react';
import { send } from '@/lib/questions/client/send';
import { useSubmission } from '@/lib/questions/client/use-submission';
import forms from '@/lib/questions/ui/form.module.css';
import buttons from '@/lib/ui/button.module.css';
import type { PostRef } from '../post';
import { flagReasons } from '../reasons';
import { longestWords } from '../sizes';
import styles from '../ui/flag.module.css';

/** What a person reported before; `reason` null: nothing. `decided`: what became of it. */
export type OwnFlag = { reason: string | null; words: string; decided: string | null };

type Props = { post: PostRef; own: OwnFlag; onClose: () => void; onDone: () => void };

/** Asks what is wrong with a post, and says what happens next. */
export const FlagForm = ({ post, own, onClose, onDone }: Props) => {
  const [reason, setReason] = useState(own.reason ?? '');
  const [words, setWords] = useState(own.words);
  const name = `flag-${post.kind}-${post.id}`;
  const { problem, isBusy, alert, form } = useSubmission(
    () => send('PUT', '/api/flags', { ...post, reason, words }),
    onDone,
  );
  const title = `Report this ${post.kind}`;
  if (own.decided !== null)
    return (
      <div className={forms.form}>
        <h2>{title}</h2>
        <p>{own.decided} It can be reported again once its author changed it.</p>
        <div className={forms.actions}>
          <button type="button" className={buttons.secondary} onClick={onClose}>
            Close
          </button>
        </div>
      </div>
    );
  return (
    <form className={forms.form} method="post" {...form}>
      <h2>{title}</h2>
      <p ref={alert} role="alert" tabIndex={-1} className={forms.alert}>
        {problem && (problem.code === 'invalid:reason' ? 'Choose what is wrong with it.' : problem.message)}
      </p>
      <fieldset className={styles.reasons}>
        <legend className={forms.legend}>What is wrong with it?</legend>
        {Object.entries(flagReasons).map(([key, { label, hint }]) => (
          <label key={key}>
            <input
              type="radio"
              name="reason"
              value={key}
              checked={reason === key}
              onChange={() => setReason(key)}
            />
            <span>
              {label} <span className={forms.hint}>{hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className={forms.field}>
        <label htmlFor={name}>In your words{reason === 'other' ? '' : ', if you like'}</label>
        <textarea
          id={name}
          name="words"
          rows={2}
          value={words}
          maxLength={longestWords}
          aria-invalid={problem?.code === 'invalid:words' || undefined}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <p className={forms.hint}>
        A moderator reads every report, the oldest first, and you are told what becomes of yours. The author
        does not learn who reported it. Until then you can change it here.
      </p>
      <div className={forms.actions}>
        <button type="submit" className={buttons.primary} aria-disabled={isBusy}>
          {isBusy ? 'Sending…' : own.reason === null ? 'Send the report' : 'Change the report'}
        </button>
        <button type="button" className={buttons.secondary} onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
};
