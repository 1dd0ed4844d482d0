'use client';

import { useEffect, useState } from 'react';
import { openNotes, type NotesSession } from '@/lib/notes/client/notes-session';
import { exportMarkdown, type NotedLesson } from '@/lib/notes/export-markdown';
import type { Note } from '@/lib/notes/note';
import { NoteForm } from '@/lib/notes/ui/note-form';
import { NoteList } from '@/lib/notes/ui/note-list';
import { UnfinishedNotes } from '@/lib/notes/ui/unfinished-notes';
import { useRemoval } from '@/lib/notes/ui/use-removal';
import buttons from '@/lib/ui/button.module.css';
import styles from './notes-page.module.css';

type Props = { viewer: string | null; account: readonly Note[]; lessons: readonly NotedLesson[] };

const download = (notes: readonly Note[], lessons: readonly NotedLesson[]) => {
  const file = new Blob([exportMarkdown(notes, lessons, location.origin)], { type: 'text/markdown' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'system-design-mastery-notes.md';
  link.click();
  URL.revokeObjectURL(link.href);
};

/** Every note of the reader by lesson, in the order of the course; notes on lessons that are gone come last. */
export const AllNotes = ({ viewer, account, lessons }: Props) => {
  const [session, setSession] = useState<NotesSession | null>(null);
  const [notes, setNotes] = useState(account);
  const [drafts, setDrafts] = useState<readonly Note[]>([]);
  const [written, setWritten] = useState<{ note: Note; isNew: boolean } | null>(null);
  const { remove, said } = useRemoval(session);
  useEffect(() => {
    const opened = openNotes(viewer, account, null);
    const show = () => {
      setNotes(opened.current());
      setDrafts(opened.drafts());
    };
    const stop = opened.subscribe(show);
    queueMicrotask(() => {
      setSession(opened);
      show();
    });
    return stop;
  }, [viewer, account]);

  if (session === null) {
    return (
      <>
        <p role="status" className={styles.waiting}>
          Looking up your notes…
        </p>
        <noscript>
          <p>
            Notes are shown by a script, and scripts are off. They are kept for when scripts are on again.
          </p>
        </noscript>
      </>
    );
  }
  const unfinished = (
    <UnfinishedNotes
      drafts={drafts}
      session={session}
      onWrite={(note, isNew) => setWritten({ note, isNew })}
    />
  );
  const form = written && (
    <NoteForm
      key={written.note.id}
      {...written}
      keep={session.keep}
      session={session}
      onClose={() => setWritten(null)}
    />
  );
  if (notes.length === 0) {
    return (
      <>
        {said}
        {unfinished}
        {form}
        <p className={styles.empty}>
          None yet. Open a lesson, select some words and choose Highlight or Note; they appear below the
          lesson and here. {lessons[0] && <a href={lessons[0].href}>Begin with {lessons[0].title}</a>}
        </p>
      </>
    );
  }
  const known = new Set(lessons.map((lesson) => lesson.key));
  const gone = [...new Set(notes.map((note) => note.lesson))].filter((key) => !known.has(key));
  const groups = [
    ...lessons,
    ...gone.map((key) => ({ key, title: `${key} (no longer a lesson)`, href: null })),
  ];
  return (
    <>
      <p>
        <button type="button" className={buttons.secondary} onClick={() => download(notes, lessons)}>
          Download as Markdown
        </button>
      </p>
      {said}
      {unfinished}
      {groups.map(({ key, title, href }) => {
        const here = notes.filter((note) => note.lesson === key);
        return here.length === 0 ? null : (
          <section key={key} className={styles.lesson}>
            <h2>{href ? <a href={href}>{title}</a> : title}</h2>
            <NoteList notes={here} onEdit={(note) => setWritten({ note, isNew: false })} onRemove={remove} />
          </section>
        );
      })}
      {form}
    </>
  );
};
