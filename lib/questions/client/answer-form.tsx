'use client';

import buttons from '@/lib/ui/button.module.css';
import { loadPage } from '@/lib/ui/load-page';
import styles from '../ui/form.module.css';
import { MarkdownField } from './markdown-field';
import { numberAt, send } from './send';
import { useRuns } from '@/lib/ui/use-runs';
import { useDraft } from './use-draft';
import { useSubmission } from './use-submission';

type Props = { question: number; path: string };

const Fields = ({ question, path }: Props) => {
  const draft = useDraft(`answer.${question}`, { body: '' });
  const { body = '' } = draft.fields;
  const { problem, isBusy, alert, form } = useSubmission(
    () => send('POST', `/api/questions/${question}/answers`, { body, submission: draft.submission }),
    (value) => {
      draft.clear();
      const id = numberAt(value, 'id');
      loadPage(`${path}?answer=${id}#answer-${id}`);
    },
  );
  return (
    <form className={styles.form} method="post" {...form}>
      <p ref={alert} role="alert" tabIndex={-1} className={styles.alert}>
        {problem?.message}
      </p>
      <MarkdownField
        id="answer"
        label="Your answer"
        value={body}
        isWrong={problem?.code === 'invalid:body'}
        onChange={(text) => draft.change('body', text)}
      />
      <div className={styles.actions}>
        <button type="submit" className={buttons.primary} aria-disabled={isBusy}>
          {isBusy ? 'Posting…' : 'Post the answer'}
        </button>
        {draft.isKept && <span className={styles.hint}>Draft kept in this browser.</span>}
      </div>
    </form>
  );
};

const Kept = ({ question }: { question: number }) => {
  const draft = useDraft(`answer.${question}`, { body: '' });
  const { body = '' } = draft.fields;
  return body === '' ? null : (
    <div className={styles.form}>
      <div className={styles.field}>
        <label htmlFor="kept">Your answer, which was not posted</label>
        <textarea id="kept" rows={6} value={body} readOnly />
        <p className={styles.hint}>This thread takes no more answers. Copy what you want to keep.</p>
      </div>
      <div className={styles.actions}>
        <button type="button" className={styles.quiet} onClick={draft.clear}>
          Discard it
        </button>
      </div>
    </div>
  );
};

/** What somebody typed before the thread took no more answers; nothing when there is nothing. */
export const KeptAnswer = ({ question }: { question: number }) =>
  useRuns() ? <Kept question={question} /> : null;

/** Answers a question. What was typed is kept in this browser until it is posted. */
export const AnswerForm = (props: Props) => {
  const runs = useRuns();
  return runs ? <Fields {...props} /> : <p role="status">Preparing the form… It needs JavaScript.</p>;
};
