'use client';

import { useEffect, useRef } from 'react';
import buttons from '@/lib/ui/button.module.css';
import { isField } from '@/lib/ui/is-field';
import { hasSingleKeys } from '@/lib/ui/key-settings';
import { ShortcutsSheet, type ShortcutRow } from '@/lib/ui/shortcuts/shortcuts-sheet';
import { SingleKeysSetting } from '@/lib/ui/shortcuts/single-keys';
import { useRuns } from '@/lib/ui/use-runs';
import styles from '../ui/queue.module.css';

const rows: readonly ShortcutRow[] = [
  [['j'], 'Next case'],
  [['k'], 'Previous case'],
  [['o'], 'Open the thread in a new tab'],
  [['d'], 'Leave it: dismiss the reports'],
  [['h'], 'Hide it'],
  [['c'], 'Agree, and ask the author to change it'],
  [['a'], 'Show what is held or hidden'],
  [['r'], 'Refuse what is held'],
  [['m'], 'Merge a question, or take it out again'],
  [['l'], 'Lock the thread, or open it'],
  [['s'], 'Suspend the author'],
  [['Enter'], 'Carry out what needs no reason'],
  [['Ctrl', 'Enter'], 'Carry out, from within a reason'],
  [['Esc'], 'Close the form'],
  [['?'], 'Show this sheet'],
];

const listCases = () => [...document.querySelectorAll<HTMLElement>('[data-case]')];

const step = (by: 1 | -1) => {
  const cases = listCases();
  const at = cases.findIndex((one) => one.contains(document.activeElement));
  const next = at < 0 ? cases[by === 1 ? 0 : cases.length - 1] : cases[at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
};

/** Presses the button of the case that has the focus, or of the first one when none has. */
const press = (key: string) => {
  const cases = listCases();
  const current = cases.find((one) => one.contains(document.activeElement)) ?? cases[0];
  current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.click();
};

/** The queue by keyboard: j and k move from case to case, letters press the buttons of the case that has the focus. */
export const QueueKeys = () => {
  const runs = useRuns();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isField(event.target) || document.querySelector('dialog[open]') || !hasSingleKeys()) return;
      if (!/^[a-z?]$/.test(event.key)) return;
      if (event.key === '?') dialog.current?.showModal();
      else if (event.key === 'j') step(1);
      else if (event.key === 'k') step(-1);
      else press(event.key);
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <div className={styles.keys}>
      <span className={styles.legend}>
        <kbd>j</kbd> <kbd>k</kbd> move, the letter on a button presses it, <kbd>?</kbd> shows all keys
      </span>
      <button
        type="button"
        className={buttons.secondary}
        disabled={!runs}
        onClick={() => dialog.current?.showModal()}
      >
        Keys
      </button>
      <ShortcutsSheet dialog={dialog} rows={rows}>
        {runs && <SingleKeysSetting />}
      </ShortcutsSheet>
    </div>
  );
};
