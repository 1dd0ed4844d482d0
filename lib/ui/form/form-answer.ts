/** What a form needs to know: done, or a sentence for the person and the field that it is about. */
export type FormAnswer = { ok: true } | { ok: false; message: string; field: string | null };
