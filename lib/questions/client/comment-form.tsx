'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import buttons from '@/lib/ui/button.module.css';
import forms from '../ui/form.module.css';
import thread from '../ui/thread.module.css';
import { sizes } from '../question';
import { send } from './send';
import { useRuns } from '@/lib/ui/use-runs';
import { useDraft } from './use-draft';
import { useSubmission } from './use-submission';

type Props = { question: number; answer: number | null };

const Fields = ({ question, answer, onClose }: Props & { onClose: () => void }) => {
  const name = `comment-${answer ?? 'question'}`;
  const draft = useDraft(`comment.${question}.${answer ?? 'question'}`, { body: '' });
  const { body = '' } = draft.fields;
  const { problem, isBusy, alert, form } = useSubmission(
    () => send('POST', `/api/questions/${question}/comments`, { answer, body, submission: draft.submission }),
    () => {
      draft.clear();
      onClose();
    },
  );
  return (
    <form className={forms.form} method="post" aria-label="Comment" {...form}>
      <p ref={alert} role="alert" tabIndex={-1} className={forms.alert}>
        {problem?.message}
      </p>
      <div className={forms.field}>
        <label htmlFor={name}>Your comment</label>
        <textarea
          id={name}
          name="body"
          rows={2}
          value={body}
          maxLength={sizes.comment}
          aria-invalid={problem?.code === 'invalid:body' || undefined}
          // The person has just asked for this field.
          ref={(field) => {
            if (field && document.activeElement?.id !== name && !field.dataset.shown) field.focus();
            if (field) field.dataset.shown = '';
          }}
          onChange={(event) => draft.change('body', event.target.value)}
        />
      </div>
      <div className={forms.actions}>
        <button type="submit" className={buttons.primary} aria-disabled={isBusy}>
          {isBusy ? 'Posting…' : 'Post the comment'}
        </button>
        <button type="button" className={buttons.secondary} onClick={onClose}>
          Close
        </button>
      </div>
    </form>
  );
};

/** Remarks on a question or an answer, behind a button: most readers do not. */
export const CommentForm = ({ question, answer }: Props) => {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const runs = useRuns();
  const close = () => {
    setOpen(false);
    router.refresh();
  };
  return isOpen ? (
    <Fields question={question} answer={answer} onClose={close} />
  ) : (
    <p className={thread.comment}>
      <button type="button" className={thread.tool} disabled={!runs} onClick={() => setOpen(true)}>
        Comment
      </button>
    </p>
  );
};
