import { createRef } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { ShortcutsSheet, type ShortcutRow } from '@/lib/ui/shortcuts/shortcuts-sheet';
import { SingleKeysSetting } from '@/lib/ui/shortcuts/single-keys';

const rows: readonly ShortcutRow[] = [
  [['n'], 'Next lesson'],
  [['p'], 'Previous lesson'],
  [['r'], 'Mark the lesson as read, or undo that'],
  [['h'], 'Highlight the selected words'],
  [['m'], 'Note on the selected words, or on the section that you read'],
  [['a'], 'Ask about the selected words'],
  [['g', 'p'], 'Go to your progress'],
  [['g', 'n'], 'Go to your notes'],
  [['g', 'c'], 'Go to the course'],
  [['g', 'l'], 'Go to the labs'],
  [['?'], 'Show this sheet'],
];
const search: ShortcutRow = [['/'], 'Search'];

const dialog = createRef<HTMLDialogElement>();

/** Opens the sheet; it is made the first time. */
export const showKeyboardSheet = () => {
  if (!dialog.current) {
    const place = document.body.appendChild(document.createElement('div'));
    const all = document.querySelector('a[href^="/search"]') ? [...rows, search] : rows;
    const sheet = (
      <ShortcutsSheet dialog={dialog} rows={all}>
        <SingleKeysSetting />
      </ShortcutsSheet>
    );
    flushSync(() => createRoot(place).render(sheet));
  }
  dialog.current?.showModal();
};
