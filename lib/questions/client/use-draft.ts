import { useState } from 'react';
import { forgetDraft, keepDraft, readDraft } from './draft';

/** A form's fields, kept in this browser until they are posted. Use it below `useRuns` only. */
export const useDraft = (form: string, initial: Record<string, string>) => {
  const [draft, setDraft] = useState(() => readDraft(form, initial));
  const isKept = Object.entries(initial).some(([name, text]) => draft.fields[name] !== text);
  return {
    fields: draft.fields,
    submission: draft.submission,
    isKept,
    change: (name: string, text: string) => {
      const next = { ...draft, fields: { ...draft.fields, [name]: text } };
      setDraft(next);
      keepDraft(form, next);
    },
    /** It was posted, or given up: a new form begins. */
    clear: () => {
      forgetDraft(form);
      setDraft(readDraft(form, initial));
    },
  };
};
