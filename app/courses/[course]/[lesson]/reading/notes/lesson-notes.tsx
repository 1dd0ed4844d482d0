import type { NotesSession } from '@/lib/notes/client/notes-session';
import type { Note } from '@/lib/notes/note';
import { NoteList } from '@/lib/notes/ui/note-list';
import { UnfinishedNotes } from '@/lib/notes/ui/unfinished-notes';
import { useRemoval } from '@/lib/notes/ui/use-removal';
import type { Passages } from './passages';
import styles from './notes.module.css';

type Props = {
  notes: readonly Note[];
  drafts: readonly Note[];
  passages: Passages;
  session: NotesSession;
  isVisitor: boolean;
  onWrite: (note: Note, isNew: boolean) => void;
};

/** The reader's notes on this lesson in the order of its text; those whose words are gone come last. */
export const LessonNotes = ({ notes, drafts, passages, session, isVisitor, onWrite }: Props) => {
  const { remove, said } = useRemoval(session);
  const byPosition = notes.toSorted(
    (a, b) => (passages.positionOf(a) ?? Infinity) - (passages.positionOf(b) ?? Infinity) || 0,
  );
  const found = byPosition.filter((note) => passages.positionOf(note) !== undefined);
  const lost = byPosition.filter((note) => passages.positionOf(note) === undefined);
  const onEdit = (note: Note) => onWrite(note, false);
  return (
    <>
      <UnfinishedNotes drafts={drafts} session={session} onWrite={onWrite} />
      {notes.length === 0 && (
        <p className={styles.hint}>
          Select words of the lesson and choose Highlight or Note, or press <kbd>h</kbd> or <kbd>m</kbd>. Only
          you see your notes.
        </p>
      )}
      <NoteList notes={found} onEdit={onEdit} onRemove={remove} onShow={passages.show} />
      {lost.length > 0 && (
        <>
          <p className={styles.hint}>The text changed, and these passages are no longer in it:</p>
          <NoteList notes={lost} onEdit={onEdit} onRemove={remove} />
        </>
      )}
      {said}
      <p className={styles.hint}>
        <a href="/notes">All your notes</a>
        {isVisitor &&
          notes.length > 0 &&
          '. They are kept in this browser; sign in to keep them in an account.'}
      </p>
    </>
  );
};
