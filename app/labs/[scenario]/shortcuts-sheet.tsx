'use client';

import { useEffect, useRef } from 'react';
import { isField } from '@/lib/ui/is-field';
import { type ShortcutRow, ShortcutsSheet as Sheet } from '@/lib/ui/shortcuts/shortcuts-sheet';
import styles from './workspace.module.css';

const rows: readonly ShortcutRow[] = [
  [['Ctrl', 'S'], 'Apply the files (⌘S on a Mac)'],
  [['Ctrl', 'M'], 'In the editor: let Tab move on instead of indenting, and back'],
  [['Ctrl', 'Space'], 'In the editor: suggest directives and values'],
  [['F8'], 'In the editor: go to the next problem'],
  [['?'], 'Outside of fields: show this sheet'],
];

/** The keyboard's sheet, opened by its button or by "?". */
export function ShortcutsSheet() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isField(event.target) && dialog.current?.open === false) {
        event.preventDefault();
        dialog.current.showModal();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label="Keyboard shortcuts"
        onClick={() => dialog.current?.showModal()}
      >
        ?
      </button>
      <Sheet dialog={dialog} rows={rows} />
    </>
  );
}
