'use client';

import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { FormAnswer } from './form-answer';
import buttons from '@/lib/ui/button.module.css';
import { useRuns } from '../use-runs';
import styles from './form.module.css';

type Props = {
  submit: (fields: Record<string, string>) => Promise<FormAnswer>;
  onDone: () => void;
  action: string;
  busy: string;
  kind?: 'primary' | 'secondary';
  children?: (problemOf: (field: string) => string | null) => ReactNode;
};

const fieldsOf = (form: HTMLFormElement) =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));

/**
 * A form that keeps what was typed when it is refused, says why in an alert, and puts the focus where to go on.
 * It cannot be sent twice.
 */
export const Form = ({ submit, onDone, action, busy, kind = 'primary', children }: Props) => {
  const [problem, setProblem] = useState<{ message: string; field: string | null } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const runs = useRuns();
  const alert = useRef<HTMLParagraphElement>(null);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = event.currentTarget;
    setBusy(true);
    const answer = await submit(fieldsOf(form));
    if (answer.ok) return onDone();
    setBusy(false);
    setProblem(answer);
    const input = answer.field && form.elements.namedItem(answer.field);
    if (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) input.focus();
    else alert.current?.focus();
  };

  const problemOf = (field: string) => (problem?.field === field ? problem.message : null);
  return (
    <form className={styles.form} onSubmit={send} method="post" noValidate>
      <p ref={alert} role="alert" tabIndex={-1} className={styles.alert}>
        {problem?.message}
      </p>
      {children?.(problemOf)}
      <button type="submit" className={buttons[kind]} aria-disabled={isBusy} disabled={!runs}>
        {isBusy ? busy : action}
      </button>
    </form>
  );
};
