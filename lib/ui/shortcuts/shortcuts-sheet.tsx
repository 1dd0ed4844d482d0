import type { ReactNode, RefObject } from 'react';
import buttons from '@/lib/ui/button.module.css';
import styles from './shortcuts-sheet.module.css';

/** Keys that are pressed together or one after another, and what they do. */
export type ShortcutRow = readonly [keys: readonly string[], what: string];

type Props = {
  dialog: RefObject<HTMLDialogElement | null>;
  rows: readonly ShortcutRow[];
  children?: ReactNode;
};

/** The keyboard's sheet, as a dialog that its owner opens. */
export const ShortcutsSheet = ({ dialog, rows, children }: Props) => (
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
    {children}
    <form method="dialog">
      <button className={buttons.secondary}>Close</button>
    </form>
  </dialog>
);
