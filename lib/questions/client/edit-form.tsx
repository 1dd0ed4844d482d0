'use client';

import { useState } from 'react';
import buttons from '@/lib/ui/button.module.css';
import styles from '../ui/form.module.css';
import { sizes } from '../question';
import { MarkdownField } from './markdown-field';
import { send } from './send';
import { useDraft } from './use-draft';
import { useSubmission } from './use-submission';

export type Source = { title: string | null; body: string; version: number };

type Props = {
  kind: 'question' | 'answer';
  id: number;
  source: Source;
  /** What the post says now. */
  readSource: () => Promise<Source | null>;
  /** With what to say about it. */
  onClose: (words: string) => void;
};

/**
 * Edits a post of one's own. When it was changed elsewhere meanwhile, shows what it says now beside what was typed; saving
 * again is then a decision.
 */
export const EditForm = ({ kind, id, source, readSource, onClose }: Props) => {
  const draft = useDraft(`edit.${kind}.${id}`, { title: source.title ?? '', body: source.body });
  const [base, setBase] = useState(source);
  const { title = '', body = '' } = draft.fields;
  const { problem, isBusy, alert, form } = useSubmission(
    async () => {
      const change = { body, version: base.version };
      const answer = await send(
        'PUT',
        `/api/${kind}s/${id}`,
        kind === 'question' ? { ...change, title } : change,
      );
      if (!answer.ok && answer.code === 'conflict') setBase((await readSource()) ?? base);
      return answer;
    },
    () => {
      draft.clear();
      onClose('Saved.');
    },
  );
  const isConflict = problem?.code === 'conflict';
  return (
    <form className={styles.form} method="post" aria-label={`Edit the ${kind}`} {...form}>
      <p ref={alert} role="alert" tabIndex={-1} className={styles.alert}>
        {problem?.message}
      </p>
      {isConflict && (
        <div>
          <p className={styles.legend}>What it says now</p>
          <pre className={styles.current} tabIndex={0}>
            {[base.title, base.body].filter((text) => text !== null).join('\n\n')}
          </pre>
        </div>
      )}
      {kind === 'question' && (
        <div className={styles.field}>
          <label htmlFor="title">Title</label>
          <input
            id="title"
            name="title"
            value={title}
            maxLength={sizes.title}
            autoComplete="off"
            aria-invalid={problem?.code === 'invalid:title' || undefined}
            onChange={(event) => draft.change('title', event.target.value)}
          />
        </div>
      )}
      <MarkdownField
        id={`edit-${kind}-${id}`}
        label={kind === 'question' ? 'Details' : 'Answer'}
        value={body}
        isWrong={problem?.code === 'invalid:body'}
        onChange={(text) => draft.change('body', text)}
      />
      <div className={styles.actions}>
        <button type="submit" className={buttons.primary} aria-disabled={isBusy}>
          {isBusy ? 'Saving…' : isConflict ? 'Save mine over it' : 'Save'}
        </button>
        <button
          type="button"
          className={buttons.secondary}
          onClick={() => {
            draft.clear();
            onClose('');
          }}
        >
          Cancel
        </button>
      </div>
    </form>
  );
};
