import type { NotesSession } from '../client/notes-session';
import type { Note } from '../note';
import styles from './notes.module.css';

type Props = {
  drafts: readonly Note[];
  session: NotesSession;
  /** `isNew`: no note of that name is kept yet. */
  onWrite: (note: Note, isNew: boolean) => void;
};

/** Words that were typed into the form and not saved. */
export const UnfinishedNotes = ({ drafts, session, onWrite }: Props) =>
  drafts.length > 0 && (
    <section aria-label="Unfinished notes">
      <p className={styles.status}>Not saved yet; these words are only in this browser:</p>
      <ul className={styles.list}>
        {drafts.map((draft) => {
          const note = session.current().find((one) => one.id === draft.id);
          return (
            <li key={draft.id}>
              <blockquote className={styles.quote}>{draft.quote.exact}</blockquote>
              <p className={styles.body}>{draft.body}</p>
              <p className={styles.tools}>
                <button
                  type="button"
                  onClick={() => onWrite(note ?? { ...draft, body: '' }, note === undefined)}
                >
                  Go on writing
                </button>
                <button type="button" onClick={() => session.forgetDraft(draft.id)}>
                  Discard
                </button>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
