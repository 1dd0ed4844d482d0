import { readLocal, writeLocal } from '@/lib/ui/local-text';

/** What is being written, field by field; `submission` names the form, so that sending it twice is sending it once. */
export type Draft = { fields: Record<string, string>; submission: string };

const keyOf = (form: string) => `mastery.draft.${form}`;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Outside of a secure context (plain http on another machine) there is no randomUUID. */
const newSubmission = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** What this browser kept of a form, or its beginning. */
export const readDraft = (form: string, initial: Record<string, string>): Draft => {
  const kept = parse(readLocal(keyOf(form)) ?? 'null');
  const fields: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'fields') : null;
  const submission: unknown =
    typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'submission') : null;
  if (typeof fields !== 'object' || fields === null || typeof submission !== 'string')
    return { fields: initial, submission: newSubmission() };
  const keptText = (name: string, otherwise: string) => {
    const text: unknown = Reflect.get(fields, name);
    return typeof text === 'string' ? text : otherwise;
  };
  return {
    fields: Object.fromEntries(
      Object.entries(initial).map(([name, otherwise]) => [name, keptText(name, otherwise)]),
    ),
    submission,
  };
};

/** Kept with every key that is pressed, so that a crash loses nothing. */
export const keepDraft = (form: string, draft: Draft) => writeLocal(keyOf(form), JSON.stringify(draft));

export const forgetDraft = (form: string) => writeLocal(keyOf(form), null);
