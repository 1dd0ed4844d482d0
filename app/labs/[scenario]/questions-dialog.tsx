'use client';

import { useRef } from 'react';
import buttons from '@/lib/ui/button.module.css';
import { useWorkspace } from './session-context';
import styles from './workspace.module.css';

/** What others asked about the lab. In a dialog, so that the workspace keeps the whole window. */
export function QuestionsDialog() {
  const { questions } = useWorkspace();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        Questions {questions.total >= 1000 ? '1,000+' : questions.total}
      </button>
      <dialog ref={dialog} className={styles.questions} aria-label="Questions on this lab">
        {questions.content}
        <form method="dialog">
          <button className={buttons.secondary}>Close</button>
        </form>
      </dialog>
    </>
  );
}
