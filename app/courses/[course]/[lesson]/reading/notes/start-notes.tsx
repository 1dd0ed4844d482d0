import { createRoot } from 'react-dom/client';
import { createPainter } from '@/lib/notes/client/paint-highlights';
import type { NotesSession } from '@/lib/notes/client/notes-session';
import { NotesApp } from './notes-app';
import { createPassages } from './passages';
import { createView } from './view';

type Start = {
  lesson: string;
  viewer: string | null;
  notes: NotesSession;
  text: HTMLElement | null;
  signal: AbortSignal;
};

export type NotesTools = {
  /** Shows the tools at the selected words, if there are any. */
  look(): void;
  highlight(): void;
  note(): void;
  ask(): void;
};

/** Paints the highlights, shows the list, and offers tools at selected words and at marks. */
export const startNotes = ({ lesson, viewer, notes, text, signal }: Start): NotesTools => {
  const passages = createPassages(lesson, text ?? document.body);
  const painter = createPainter();
  const view = createView();
  const paint = () => {
    passages.place(notes.current());
    painter.paint(passages.marks());
  };
  paint();
  const unsubscribe = notes.subscribe(paint);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  root.render(
    <NotesApp lesson={lesson} notes={notes} passages={passages} view={view} isVisitor={viewer === null} />,
  );
  const look = () => {
    const stretch = passages.selected();
    if (stretch) view.show({ kind: 'selection', stretch, rect: passages.rectOf(stretch) });
    else if (view.current().kind === 'selection') view.show({ kind: 'none' });
  };
  // While the pointer is down the selection is still being made.
  let isDown = false;
  const listen = (type: string, handler: (event: Event) => void) =>
    document.addEventListener(type, handler, { signal });
  listen('pointerdown', () => (isDown = true));
  listen('pointerup', () => [(isDown = false), look()]);
  listen('pointercancel', () => (isDown = false));
  listen('selectionchange', () => isDown || look());
  listen('click', (event) => {
    if (!(event instanceof MouseEvent) || !getSelection()?.isCollapsed) return;
    if (event.target instanceof Element && event.target.closest('a, button, summary, dialog')) return;
    const note = passages.noteAt(event.clientX, event.clientY);
    if (note) view.show({ kind: 'mark', note, rect: new DOMRect(event.clientX, event.clientY) });
    else if (view.current().kind === 'mark') view.show({ kind: 'none' });
  });
  signal.addEventListener('abort', () => {
    unsubscribe();
    painter.clear();
    root.unmount();
  });
  const hint = 'Select some words of the lesson first.';
  return {
    look,
    highlight() {
      const stretch = passages.selected();
      if (stretch) view.show({ kind: 'keep', stretch });
      else view.show({ kind: 'message', words: hint });
    },
    ask() {
      const stretch = passages.selected();
      if (stretch) view.show({ kind: 'ask', stretch });
      else view.show({ kind: 'message', words: hint });
    },
    note() {
      const stretch = passages.selected() ?? passages.section();
      if (stretch) view.show({ kind: 'write', note: passages.draft(stretch), isNew: true });
      else view.show({ kind: 'message', words: hint });
    },
  };
};
