'use client';

import { useState } from 'react';
import { timeAfter } from '@/lib/progress/progress';
import type { NotesSession } from '../client/notes-session';
import type { Note } from '../note';
import styles from './notes.module.css';

type Props = {
  notes: readonly Note[];
  session: NotesSession;
  onEdit: (note: Note) => void;
  /** Leads to the passage; without it the passage is not in the text. */
  onShow?: (note: Note) => void;
};

/** Notes with what can be done with them. A deleted one can be brought back until the page is left. */
export const NoteList = ({ notes, session, onEdit, onShow }: Props) => {
  const [deleted, setDeleted] = useState<Note | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const remove = async (note: Note) => {
    const failed = await session.remove(note);
    setProblem(failed);
    if (failed === null) setDeleted(note);
  };
  const restore = async (note: Note) => {
    const failed = await session.keep({ ...note, updatedAt: timeAfter(note.updatedAt) });
    setProblem(failed);
    if (failed === null) setDeleted(null);
  };
  return (
    <>
      <ul className={styles.list}>
        {notes.map((note) => (
          <li key={note.id}>
            <blockquote className={styles.quote}>{note.quote.exact}</blockquote>
            {note.body && <p className={styles.body}>{note.body}</p>}
            <p className={styles.tools}>
              {onShow && (
                <button type="button" onClick={() => onShow(note)}>
                  Show in the text
                </button>
              )}
              <button type="button" onClick={() => onEdit(note)}>
                {note.body ? 'Edit' : 'Add a note'}
              </button>
              <button type="button" onClick={() => void remove(note)}>
                Delete
              </button>
            </p>
          </li>
        ))}
      </ul>
      <p role="status" className={styles.status}>
        {problem}
        {deleted && problem === null && (
          <>
            Deleted.{' '}
            <button type="button" onClick={() => void restore(deleted)}>
              Undo
            </button>
          </>
        )}
      </p>
    </>
  );
};
