import type { Note } from './note';

export type NotedLesson = { key: string; title: string; href: string };

/** Quoted text as a Markdown block quote. Its own marks lose their meaning, so that the passage reads as it stood. */
const blockQuote = (text: string) =>
  text
    .replaceAll(/[\\`*_{}[\]<>#|]/g, '\\$&')
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

/** One's notes as Markdown, lesson by lesson in the given order. Notes on lessons that are gone come last, under their key. */
export const exportMarkdown = (
  notes: readonly Note[],
  lessons: readonly NotedLesson[],
  siteUrl: string,
): string => {
  const known = new Set(lessons.map((lesson) => lesson.key));
  const gone = [...new Set(notes.map((note) => note.lesson))].filter((key) => !known.has(key));
  const all = [...lessons, ...gone.map((key) => ({ key, title: key, href: '' }))];
  const parts = all.flatMap(({ key, title, href }) => {
    const here = notes.filter((note) => note.lesson === key);
    if (here.length === 0) return [];
    const head = href ? `## [${title}](${siteUrl}${href})` : `## ${title}`;
    return [
      head,
      ...here.flatMap((note) => [blockQuote(note.quote.exact), ...(note.body ? [note.body] : [])]),
    ];
  });
  return `${['# My notes on System Design Mastery', ...parts].join('\n\n')}\n`;
};
