import { createRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { ShortcutsSheet, type ShortcutRow } from '@/lib/ui/shortcuts/shortcuts-sheet';
import { hasSingleKeys, setSingleKeys } from '@/lib/ui/key-settings';
import styles from './keyboard-sheet.module.css';

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

const SingleKeys = () => {
  const [isOn, setOn] = useState(hasSingleKeys);
  return (
    <label className={styles.setting}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => {
          setSingleKeys(target.checked);
          setOn(target.checked);
        }}
      />
      <span>Use these keys. Switch them off if you dictate; the buttons do the same.</span>
    </label>
  );
};

const dialog = createRef<HTMLDialogElement>();

/** Opens the sheet; it is made the first time. */
export const showKeyboardSheet = () => {
  if (!dialog.current) {
    const place = document.body.appendChild(document.createElement('div'));
    const all = document.querySelector('a[href^="/search"]') ? [...rows, search] : rows;
    const sheet = (
      <ShortcutsSheet dialog={dialog} rows={all}>
        <SingleKeys />
      </ShortcutsSheet>
    );
    flushSync(() => createRoot(place).render(sheet));
  }
  dialog.current?.showModal();
};
