import type { Note } from '../note';
import styles from './notes.module.css';

type Props = {
  notes: readonly Note[];
  onEdit: (note: Note) => void;
  onRemove: (note: Note) => void;
  /** Leads to the passage; without it the passage is not in the text. */
  onShow?: (note: Note) => void;
};

/** Notes with what can be done with them. */
export const NoteList = ({ notes, onEdit, onRemove, onShow }: Props) => (
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
          <button type="button" onClick={() => onRemove(note)}>
            Delete
          </button>
        </p>
      </li>
    ))}
  </ul>
);
