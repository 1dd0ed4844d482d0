import { openNotes } from '@/lib/notes/client/notes-session';
import { readNotes } from '@/lib/notes/read-notes';
import { follow, type Reading } from '../reading';
import type { NotesTools } from './start-notes';

/** The lesson's words: what notes can be made on. */
const findText = () => document.querySelector<HTMLElement>('[data-lesson-text]');

const hasSelectedText = (text: Element | null) => {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && text !== null && text.contains(selection.anchorNode);
};

const notesIn = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'notes') : null;

/** Notes on this lesson. Their list and tools are fetched when there is a note, or the reader selects words or opens the list. */
export const followNotes = ({ lesson, session: { viewer }, signal }: Reading, answer: unknown) => {
  const notes = openNotes(viewer, readNotes(notesIn(answer)), lesson);
  const list = document.querySelector<HTMLDetailsElement>('[data-notes]');
  const count = list?.querySelector('[data-notes-count]');
  const text = findText();
  const say = () => {
    const [kept, unfinished] = [notes.current().length, notes.drafts().length];
    const parts = [kept > 0 && `${kept}`, unfinished > 0 && `${unfinished} unfinished`].filter(Boolean);
    if (count) count.textContent = parts.length > 0 ? `(${parts.join(', ')})` : '';
  };
  let tools: Promise<NotesTools> | undefined;
  const fetchTools = async () => {
    tools ??= import('./start-notes').then(({ startNotes }) =>
      startNotes({ lesson, viewer, notes, text, signal }),
    );
    try {
      return await tools;
    } catch {
      tools = undefined;
      return null;
    }
  };
  signal.addEventListener('abort', notes.subscribe(say));
  say();
  // Words may have been selected before any script listened.
  if (notes.current().length > 0 || notes.drafts().length > 0 || hasSelectedText(text))
    void fetchTools().then((ready) => ready?.look());
  list?.addEventListener('toggle', () => void fetchTools(), { signal });
  const look = () => {
    if (tools === undefined && hasSelectedText(text)) void fetchTools().then((ready) => ready?.look());
  };
  const handle = follow(signal, ['selectionchange'], look);
  return {
    handle,
    highlight: () => void fetchTools().then((ready) => ready?.highlight()),
    note: () => void fetchTools().then((ready) => ready?.note()),
    ask: () => void fetchTools().then((ready) => ready?.ask()),
  };
};
