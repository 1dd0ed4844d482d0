import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import type { NotesSession } from '@/lib/notes/client/notes-session';
import { noteLimits, type Note } from '@/lib/notes/note';
import type { Stretch } from '@/lib/notes/quote';
import { NoteForm } from '@/lib/notes/ui/note-form';
import { askAbout } from './ask-about';
import { LessonNotes } from './lesson-notes';
import type { Passages } from './passages';
import { Tools } from './tools';
import type { ViewStore } from './view';
import styles from './notes.module.css';

type Props = {
  lesson: string;
  notes: NotesSession;
  passages: Passages;
  view: ViewStore;
  isVisitor: boolean;
};

const tooLong = `Select at most ${noteLimits.exact.toLocaleString('en')} characters at once.`;

const messageMs = 6000;

/** A sentence that goes away by itself after a while. */
const useMessage = () => {
  const [message, setMessage] = useState('');
  useEffect(() => {
    if (message === '') return;
    const timer = setTimeout(() => setMessage(''), messageMs);
    return () => clearTimeout(timer);
  }, [message]);
  return [message, setMessage] as const;
};

/** Everything that is shown of notes on a lesson: tools at the words, the form, the list below the lesson, and what is said about them. */
export const NotesApp = ({ lesson, notes, passages, view, isVisitor }: Props) => {
  const shown = useSyncExternalStore(view.subscribe, view.current);
  const current = useSyncExternalStore(notes.subscribe, notes.current);
  const drafts = useSyncExternalStore(notes.subscribe, notes.drafts);
  const [message, setMessage] = useMessage();
  const list = document.querySelector('[data-notes-list]');

  const keep = useCallback(
    async (note: Note) => {
      const problem = await notes.keep(note);
      if (problem === null) setMessage(note.body ? 'Note kept.' : 'Highlighted.');
      else if (note.body === '') setMessage(problem);
      return problem;
    },
    [notes, setMessage],
  );
  const highlight = useCallback(
    (stretch: Stretch) => {
      view.show({ kind: 'none' });
      if (stretch.end - stretch.start > noteLimits.exact) return setMessage(tooLong);
      getSelection()?.removeAllRanges();
      void keep(passages.draft(stretch));
    },
    [keep, passages, view, setMessage],
  );
  const ask = useCallback(
    (stretch: Stretch) => {
      const { words, heading } = passages.wordsOf(stretch);
      setMessage(askAbout(lesson, heading, words) ?? '');
    },
    [lesson, passages, setMessage],
  );
  const write = (stretch: Stretch) => {
    if (stretch.end - stretch.start > noteLimits.exact) return setMessage(tooLong);
    view.show({ kind: 'write', note: passages.draft(stretch), isNew: true });
  };
  const close = (note: Note) => {
    view.show({ kind: 'none' });
    if (notes.drafts().some((draft) => draft.id === note.id))
      setMessage('Not saved. Your words wait under “Your notes”.');
  };
  const remove = async (note: Note) => {
    view.show({ kind: 'none' });
    setMessage((await notes.remove(note)) ?? 'Highlight removed.');
  };
  // What the keyboard asks for arrives as a view, too; it is done once and then nothing is shown.
  useEffect(() => {
    if (shown.kind !== 'keep' && shown.kind !== 'ask' && shown.kind !== 'message') return;
    const act = () => {
      if (shown.kind === 'message') return setMessage(shown.words);
      return shown.kind === 'keep' ? highlight(shown.stretch) : ask(shown.stretch);
    };
    queueMicrotask(() => {
      act();
      view.show({ kind: 'none' });
    });
  }, [shown, highlight, ask, view, setMessage]);

  const isTooLongNote = shown.kind === 'write' && shown.note.quote.exact.length > noteLimits.exact;
  return (
    <>
      {shown.kind === 'selection' && (
        <Tools rect={shown.rect} label="Selected words">
          <button type="button" onClick={() => highlight(shown.stretch)}>
            Highlight
          </button>
          <button type="button" onClick={() => write(shown.stretch)}>
            Note
          </button>
          <button type="button" onClick={() => ask(shown.stretch)}>
            Ask about this
          </button>
        </Tools>
      )}
      {shown.kind === 'mark' && (
        <Tools rect={shown.rect} label="Your highlight">
          {shown.note.body && <p>{shown.note.body}</p>}
          <button type="button" onClick={() => view.show({ kind: 'write', note: shown.note, isNew: false })}>
            {shown.note.body ? 'Edit note' : 'Add a note'}
          </button>
          <button type="button" onClick={() => void remove(shown.note)}>
            Remove
          </button>
        </Tools>
      )}
      {shown.kind === 'write' && !isTooLongNote && (
        <NoteForm
          key={shown.note.id}
          note={shown.note}
          isNew={shown.isNew}
          keep={keep}
          session={notes}
          onClose={() => close(shown.note)}
        />
      )}
      <p className={styles.said} role="status">
        {isTooLongNote ? tooLong : message}
      </p>
      {list &&
        createPortal(
          <LessonNotes
            notes={current}
            drafts={drafts}
            passages={passages}
            session={notes}
            isVisitor={isVisitor}
            onWrite={(note, isNew) => view.show({ kind: 'write', note, isNew })}
          />,
          list,
        )}
    </>
  );
};
