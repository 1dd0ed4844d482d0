'use client';

import buttons from '@/lib/ui/button.module.css';
import { loadPage } from '@/lib/ui/load-page';
import styles from '../ui/form.module.css';
import { sizes } from '../question';
import { MarkdownField } from './markdown-field';
import { send, textAt } from './send';
import { Similar } from './similar';
import { useRuns } from '@/lib/ui/use-runs';
import { useDraft } from './use-draft';
import { useSubmission } from './use-submission';

type Places = readonly { title: string; lessons: readonly { key: string; title: string }[] }[];
type Props = {
  places: Places;
  /** `course/lesson` that the asker came from, or empty. */
  lesson: string;
  heading: string | null;
};

const Fields = ({ places, lesson, heading }: Props) => {
  const draft = useDraft('question', { lesson: '', title: '', body: '' });
  const { title = '', body = '' } = draft.fields;
  const about = draft.fields.lesson || lesson;
  const { problem, isBusy, alert, form } = useSubmission(
    () => {
      const [course = '', slug = ''] = about.split('/');
      const anchor = about === lesson ? heading : null;
      const fields = { course, lesson: slug, heading: anchor, title, body };
      return send('POST', '/api/questions', { ...fields, submission: draft.submission });
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
      <div className={styles.field}>
        <label htmlFor="lesson">Lesson</label>
        <select
          id="lesson"
          name="lesson"
          value={about}
          aria-invalid={problem?.code === 'invalid:lesson' || undefined}
          onChange={(event) => draft.change('lesson', event.target.value)}
        >
          <option value="">Choose the lesson that it is about</option>
          {places.map((place) => (
            <optgroup key={place.title} label={place.title}>
              {place.lessons.map(({ key, title: name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
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
          onChange={(event) => draft.change('title', event.target.value)}
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
        onChange={(text) => draft.change('body', text)}
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
