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

/** Answers a question. What was typed is kept in this browser until it is posted. */
export const AnswerForm = (props: Props) => {
  const runs = useRuns();
  return runs ? <Fields {...props} /> : <p role="status">Preparing the form… It needs JavaScript.</p>;
};
