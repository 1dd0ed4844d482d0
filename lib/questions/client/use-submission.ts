import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { Answered } from './send';

/**
 * Sends a form once however often it is pressed, tells in an alert why it was refused, and moves the focus to where to go on.
 * `onDone` gets what the site answered.
 */
export const useSubmission = (submit: () => Promise<Answered>, onDone: (value: unknown) => void) => {
  const [problem, setProblem] = useState<{ code: string; message: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const alert = useRef<HTMLParagraphElement>(null);
  const running = useRef(false);

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (running.current) return;
    running.current = true;
    const form = event.currentTarget;
    setBusy(true);
    const answer = await submit();
    running.current = false;
    setBusy(false);
    setProblem(answer.ok ? null : answer);
    if (answer.ok) return onDone(answer.value);
    const wrong = /^invalid:(\w+)/.exec(answer.code)?.[1];
    const input = wrong === undefined ? null : form.elements.namedItem(wrong);
    if (input instanceof HTMLElement) input.focus();
    else alert.current?.focus();
  };
  /** Control and Enter send the form from within a text. */
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return { problem, isBusy, alert, form: { onSubmit, onKeyDown, noValidate: true } as const };
};
