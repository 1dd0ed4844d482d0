/** How well a reader says that they could have given a model answer. */
export type Rating = 'could' | 'nearly' | 'notYet';

/**
 * What a reader has done. Lessons are named `course/lesson`, checks and model answers `course/lesson/slug`. Times are
 * what `toISOString` writes, so that they compare as text.
 */
export type Progress = {
  /** When a lesson was read. */
  read: Record<string, string>;
  /** The heading (its id) at which a lesson was left, or `setAside`. */
  places: Record<string, { heading: string; at: string }>;
  /** `right`: answered right at least once. */
  checks: Record<string, { right: boolean; at: string }>;
  answers: Record<string, { rating: Rating; at: string }>;
};

/** Most entries of each kind: many times what the course has, and little enough for a browser's storage. */
export const mostEntries = { read: 300, places: 300, checks: 3000, answers: 3000 } as const;

const slug = '[a-z0-9]+(?:-[a-z0-9]+)*';
/** An id as github-slugger makes it of a heading or a question, in any script. */
const anchor = '[\\p{L}\\p{M}\\p{N}\\p{Pc}-]{1,240}';
export const lessonKeyPattern = new RegExp(`^(?=.{3,161}$)${slug}/${slug}$`);
export const itemKeyPattern = new RegExp(`^(?=.{5,402}$)${slug}/${slug}/${anchor}$`, 'u');
export const headingPattern = new RegExp(`^${anchor}$`, 'u');
/** Stands for a heading when a lesson was set aside: no id has capitals, and a later place replaces it as it does any other. */
export const setAside = 'ASIDE';
export const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export const noProgress = (): Progress => ({ read: {}, places: {}, checks: {}, answers: {} });

export const isEmpty = (progress: Progress) =>
  Object.values(progress).every((entries) => Object.keys(entries).length === 0);

const later = <Entry extends { at: string }>(a: Entry, b: Entry) => {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  // Any rule does, as long as both orders of merging follow it.
  return JSON.stringify(a) > JSON.stringify(b) ? a : b;
};

const union = <Entry>(
  a: Record<string, Entry>,
  b: Record<string, Entry>,
  choose: (one: Entry, other: Entry) => Entry,
) => {
  const merged = { ...a };
  for (const [key, entry] of Object.entries(b)) {
    const mine = merged[key];
    merged[key] = mine === undefined ? entry : choose(mine, entry);
  }
  return merged;
};

/**
 * Both together: the earlier date of reading stays, the later place and rating win, and a check that was right once stays
 * right. It does not matter how often or in which order parts are merged.
 */
export const mergeProgress = (a: Progress, b: Progress): Progress => ({
  read: union(a.read, b.read, (one, other) => (one < other ? one : other)),
  places: union(a.places, b.places, later),
  checks: union(a.checks, b.checks, (one, other) => ({
    right: one.right || other.right,
    at: one.at > other.at ? one.at : other.at,
  })),
  answers: union(a.answers, b.answers, later),
});

/** A time for a new entry: now, or just after the entry that it replaces when this clock is behind. */
export const timeAfter = (previous: string | undefined, now = new Date()): string =>
  new Date(Math.max(now.getTime(), previous ? Date.parse(previous) + 1 : 0)).toISOString();
