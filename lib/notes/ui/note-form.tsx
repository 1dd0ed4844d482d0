'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { timeAfter } from '@/lib/progress/progress';
import buttons from '@/lib/ui/button.module.css';
import type { NotesSession } from '../client/notes-session';
import { noteLimits, type Note } from '../note';
import styles from './notes.module.css';

type Props = {
  note: Note;
  isNew: boolean;
  /** Resolves with a sentence when the note could not be kept. */
  keep: (note: Note) => Promise<string | null>;
  session: NotesSession;
  onClose: () => void;
};

/** The form for a note's words. A note that could not be kept stays in it; words that were not saved stay in this browser. */
export const NoteForm = ({ note, isNew, keep, session, onClose }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState(
    () => session.drafts().find((draft) => draft.id === note.id)?.body ?? note.body,
  );
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const isChanged = body.trim() !== note.body;
  useEffect(() => {
    dialog.current?.showModal();
    // The browser would choose a long passage, since that scrolls.
    field.current?.focus();
  }, []);
  const type = (words: string) => {
    setBody(words);
    if (words.trim() === note.body) session.forgetDraft(note.id);
    else session.keepDraft({ ...note, body: words });
  };
  const close = () => {
    session.showDrafts();
    onClose();
  };
  const save = async () => {
    const failed = await keep({
      ...note,
      body: body.trim(),
      updatedAt: timeAfter(isNew ? undefined : note.updatedAt),
    });
    setProblem(failed);
    if (failed === null) onClose();
  };
  return (
    <dialog ref={dialog} className={styles.form} aria-labelledby={`${id}-title`} onClose={close}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
      >
        <h2 id={`${id}-title`}>{isNew ? 'New note' : 'Edit the note'}</h2>
        <blockquote className={styles.quote} tabIndex={0}>
          {note.quote.exact}
        </blockquote>
        <label htmlFor={id}>Your note</label>
        <textarea
          ref={field}
          id={id}
          rows={5}
          maxLength={noteLimits.body}
          value={body}
          onChange={(event) => type(event.target.value)}
        />
        <p role="alert" className={styles.problem}>
          {problem && `${problem} Your words are still here.`}
        </p>
        <p className={styles.actions}>
          <button className={buttons.primary}>Save</button>
          <button type="button" className={buttons.secondary} onClick={() => dialog.current?.close()}>
            Close
          </button>
          {isChanged && (
            <button
              type="button"
              className={buttons.secondary}
              onClick={() => {
                session.forgetDraft(note.id);
                onClose();
              }}
            >
              Discard
            </button>
          )}
        </p>
      </form>
    </dialog>
  );
};
