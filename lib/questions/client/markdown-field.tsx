'use client';

import { useEffect, useState } from 'react';
import buttons from '@/lib/ui/button.module.css';
import styles from '../ui/form.module.css';
import { mayPlaceRun } from '../runs/run-address';
import { PostBody } from '../ui/post-body';
import { publicRunWords } from './about-chips';
import { send, textAt } from './send';

type Props = {
  id: string;
  label: string;
  hint?: string;
  value: string;
  rows?: number;
  isWrong?: boolean;
  onChange: (text: string) => void;
};

const pauseMs = 350;

/** What the site makes of a text, asked for a moment after the last key. */
const usePreview = (text: string, isWanted: boolean) => {
  const [shown, setShown] = useState<{ html: string } | { problem: string } | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const answer = await send('POST', '/api/questions/preview', { body: text });
      if (!isCurrent) return;
      setShown(answer.ok ? { html: textAt(answer.value, 'html') ?? '' } : { problem: answer.message });
    }, pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, isWanted]);
  return shown;
};

/** A field for Markdown with a preview by the very renderer of the page. */
export const MarkdownField = ({ id, label, hint, value, rows = 8, isWrong, onChange }: Props) => {
  const [isPreviewed, setPreviewed] = useState(false);
  const preview = usePreview(value, isPreviewed);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-about`} className={styles.hint}>
          {hint}
        </p>
      )}
      <textarea
        id={id}
        name="body"
        rows={rows}
        value={value}
        aria-invalid={isWrong || undefined}
        aria-describedby={[hint && `${id}-about`, `${id}-hint`].filter(Boolean).join(' ')}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className={styles.below}>
        <p id={`${id}-hint`} className={styles.hint}>
          Markdown: <code>**bold**</code>, <code>`code`</code>, <code>[words](https://…)</code>, three
          backticks around blocks.
        </p>
        <button
          type="button"
          className={buttons.secondary}
          aria-expanded={isPreviewed}
          aria-controls={`${id}-preview`}
          onClick={() => setPreviewed(!isPreviewed)}
        >
          {isPreviewed ? 'Hide preview' : 'Preview'}
        </button>
      </div>
      <p role="status" className={styles.hint}>
        {mayPlaceRun(value) && publicRunWords}
      </p>
      <div
        id={`${id}-preview`}
        hidden={!isPreviewed}
        className={styles.preview}
        role="region"
        aria-label="Preview"
      >
        {preview === null && <p role="status">Preparing the preview…</p>}
        {preview && 'problem' in preview && <p role="status">{preview.problem}</p>}
        {preview && 'html' in preview && (
          <>
            {preview.html === '' ? (
              <p className={styles.hint}>Nothing yet.</p>
            ) : (
              <PostBody html={preview.html} />
            )}
          </>
        )}
      </div>
    </div>
  );
};
