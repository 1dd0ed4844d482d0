'use client';

import { useState, type ReactNode } from 'react';
import { timeAfter } from '@/lib/progress/progress';
import type { NotesSession } from '../client/notes-session';
import type { Note } from '../note';
import styles from './notes.module.css';

/** Deleting notes, with the way back until the page is left. `said` belongs where it stays when the last note of a list goes. */
export const useRemoval = (
  session: NotesSession | null,
): { remove: (note: Note) => void; said: ReactNode } => {
  const [deleted, setDeleted] = useState<Note | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const remove = async (note: Note) => {
    const failed = session && (await session.remove(note));
    setProblem(failed);
    if (failed === null) setDeleted(note);
  };
  const restore = async (note: Note) => {
    const failed = session && (await session.keep({ ...note, updatedAt: timeAfter(note.updatedAt) }));
    setProblem(failed);
    if (failed === null) setDeleted(null);
  };
  const said = (
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
  );
  return { remove: (note) => void remove(note), said };
};
