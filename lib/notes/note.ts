/** A passage by its own words and those around it, so that it is found again when the text was edited. */
export type Quote = { prefix: string; exact: string; suffix: string };

/** A highlight, with words of one's own or without. Times are what `toISOString` writes. */
export type Note = {
  id: string;
  /** `course/lesson`. */
  lesson: string;
  /** Id of the heading that the passage stands under, if any. */
  heading: string | null;
  quote: Quote;
  /** Empty for a bare highlight. Plain text. */
  body: string;
  createdAt: string;
  updatedAt: string;
};

/** Lengths in UTF-16 units. A highlight is a passage, not a page; a note is a remark, not an essay. */
export const noteLimits = {
  exact: 2000,
  context: 64,
  body: 4000,
  perLesson: 200,
  perAccount: 2000,
  /** In one request. */
  atOnce: 50,
  /** In this browser, for visitors. */
  perBrowser: 300,
} as const;

export const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Both together: of two states of one note the one that was written later. */
export const mergeNotes = (a: readonly Note[], b: readonly Note[]): Note[] => {
  const merged = new Map(a.map((note) => [note.id, note]));
  for (const note of b) {
    const mine = merged.get(note.id);
    if (!mine || note.updatedAt > mine.updatedAt) merged.set(note.id, note);
  }
  return [...merged.values()];
};
