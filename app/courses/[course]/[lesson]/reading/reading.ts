import type { ProgressSession } from '@/lib/progress/client/progress-session';

/** An open lesson: its key `course/lesson`, the reader's progress, and a signal that ends with the page. */
export type Reading = { lesson: string; session: ProgressSession; signal: AbortSignal };

/** Handles what happened before its own listeners stood. */
export type Follower = (event: Event) => void;

/** Listens on the document, and hands the same handler back for an event that came before. */
export const follow = (signal: AbortSignal, types: readonly string[], handler: Follower): Follower => {
  for (const type of types) document.addEventListener(type, handler, { signal });
  return (event) => {
    if (types.includes(event.type)) handler(event);
  };
};

/** The lesson's headings in their order. */
export const headings = () =>
  [...document.querySelectorAll<HTMLElement>('.prose :is(h2, h3)[id]')].filter(
    (heading) => heading.id !== '',
  );

/** The headings that were scrolled past the upper third of the window. */
export const passedHeadings = () => {
  const line = window.innerHeight / 3;
  return headings().filter((heading) => heading.getBoundingClientRect().top < line);
};

/** The heading of what is being read; at the top of the page the first. */
export const currentHeading = () => passedHeadings().at(-1) ?? headings()[0];

/** A heading's words, without its link mark. */
export const wordsOf = (heading: Element) => {
  const copy = heading.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const mark of copy.querySelectorAll('.heading-anchor, [role=tooltip]')) mark.remove();
  return copy.textContent?.trim() ?? '';
};
