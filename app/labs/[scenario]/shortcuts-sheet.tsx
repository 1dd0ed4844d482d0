'use client';

import { useEffect, useRef } from 'react';
import styles from './workspace.module.css';

const rows: [string[], string][] = [
  [['Ctrl', 'S'], 'Apply the files (⌘S on a Mac)'],
  [['Ctrl', 'M'], 'In the editor: let Tab move on instead of indenting, and back'],
  [['Ctrl', 'Space'], 'In the editor: suggest directives and values'],
  [['F8'], 'In the editor: go to the next problem'],
  [['?'], 'Outside of fields: show this sheet'],
];

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], .monaco-editor') !== null;

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
      <dialog ref={dialog} className={styles.sheet} aria-label="Keyboard shortcuts">
        <h2>Keyboard</h2>
        <dl>
          {rows.map(([keys, what]) => (
            <div key={what}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button className={styles.button}>Close</button>
        </form>
      </dialog>
    </>
  );
}
