'use client';

import buttons from '@/lib/ui/button.module.css';
import { loadPage } from '@/lib/ui/load-page';
import styles from '../ui/form.module.css';
import { readPlaceKey } from '../place-links';
import { sizes } from '../question';
import { MarkdownField } from './markdown-field';
import { PlaceField, type Places } from './place-field';
import { send, textAt } from './send';
import { Similar } from './similar';
import { useRuns } from '@/lib/ui/use-runs';
import { useAskDraft, type Arrival } from './use-ask-draft';
import { useSubmission } from './use-submission';

type Props = { places: Places; arrival: Arrival };

const Fields = ({ places, arrival }: Props) => {
  const draft = useAskDraft(arrival);
  const { title, body, about } = draft;
  const { problem, isBusy, alert, form } = useSubmission(
    () => {
      const { course, lesson } = readPlaceKey(about.lesson);
      const part = {
        heading: about.heading || null,
        passage: about.passage || null,
        run: about.run || null,
      };
      const { submission } = draft;
      return send('POST', '/api/questions', { course, lesson, ...part, title, body, submission });
    },
    (value) => {
      draft.clear();
      loadPage(textAt(value, 'href') ?? '/questions?tab=mine');
    },
  );
  return (
    <form className={styles.form} method="post" {...form}>
      <p ref={alert} role="alert" tabIndex={-1} className={styles.alert}>
        {problem?.message}
      </p>
      <PlaceField places={places} draft={draft} isWrong={problem?.code === 'invalid:lesson'} />
      <div className={styles.field}>
        <label htmlFor="title">Your question in one sentence</label>
        <input
          id="title"
          name="title"
          value={title}
          maxLength={sizes.title}
          autoComplete="off"
          aria-invalid={problem?.code === 'invalid:title' || undefined}
          aria-describedby="title-hint"
          onChange={(event) => draft.change({ title: event.target.value })}
        />
        <p id="title-hint" className={styles.hint}>
          {sizes.titleLeast} to {sizes.title} characters. Others find it by these words.
        </p>
        <Similar title={title} />
      </div>
      <MarkdownField
        id="body"
        label="Details"
        hint="What you tried, what you expected, what happened instead. May stay empty."
        value={body}
        isWrong={problem?.code === 'invalid:body'}
        onChange={(text) => draft.change({ body: text })}
      />
      <div className={styles.actions}>
        <button type="submit" className={buttons.primary} aria-disabled={isBusy}>
          {isBusy ? 'Posting…' : 'Post the question'}
        </button>
        {draft.isKept && (
          <>
            <span className={styles.hint}>Draft kept in this browser.</span>
            <button type="button" className={styles.quiet} onClick={draft.clear}>
              Discard it
            </button>
          </>
        )}
      </div>
    </form>
  );
};

/** Asks a question. What was typed is kept in this browser until it is posted. */
export const AskForm = (props: Props) => {
  const runs = useRuns();
  return runs ? <Fields {...props} /> : <p role="status">Preparing the form… It needs JavaScript.</p>;
};
