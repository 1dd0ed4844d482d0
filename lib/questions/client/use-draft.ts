import { useState } from 'react';
import { forgetDraft, keepDraft, readDraft, type Draft } from './draft';

/**
 * A form's fields, kept in this browser until they are posted. `begin` may change what was kept before the form shows it. Use it
 * below `useRuns` only.
 */
export const useDraft = (
  form: string,
  initial: Record<string, string>,
  begin: (draft: Draft) => Draft = (draft) => draft,
) => {
  const [draft, setDraft] = useState(() => begin(readDraft(form, initial)));
  const isKept = Object.entries(initial).some(([name, text]) => draft.fields[name] !== text);
  const changeAll = (fields: Record<string, string>) => {
    const next = { ...draft, fields: { ...draft.fields, ...fields } };
    setDraft(next);
    keepDraft(form, next);
  };
  return {
    fields: draft.fields,
    submission: draft.submission,
    isKept,
    change: (name: string, text: string) => changeAll({ [name]: text }),
    changeAll,
    /** It was posted, or given up: a new form begins. */
    clear: () => {
      forgetDraft(form);
      setDraft(readDraft(form, initial));
    },
  };
};
