import type { Band, News } from './news';

const rectOf = (id: string, isEdge: boolean): Band | null => {
  const rect = document.getElementById(id)?.getBoundingClientRect();
  if (!rect) return null;
  // What comes into a post comes at its end, and moves what is below it.
  return { top: isEdge ? rect.bottom : rect.top, bottom: rect.bottom, isEdge: false };
};

/** Where the list of answers ends; null where the last ones are on a later page. */
const endOfAnswers = (): Band | null => {
  const section = document.getElementById('answers')?.closest('section');
  if (!section || section.querySelector('a[rel=next]')) return null;
  const { bottom } = section.getBoundingClientRect();
  return { top: bottom, bottom, isEdge: true };
};

/** Where a change shows on this page, in pixels of the window; null: nowhere. */
export const bandOf = ({ what, answer }: News): Band | null => {
  if (what === 'answered' && !document.getElementById(`answer-${answer}`)) return endOfAnswers();
  if (what === 'accepted') {
    const rect = document.getElementById('answers')?.closest('section')?.getBoundingClientRect();
    return rect ? { top: rect.top, bottom: rect.bottom, isEdge: false } : null;
  }
  return rectOf(answer === null ? 'question' : `answer-${answer}`, what === 'commented');
};

/** The part of the window in which a thread is read: below the header, which stays. */
export const viewOfThread = () => ({
  top: document.querySelector('header')?.getBoundingClientRect().bottom ?? 0,
  bottom: window.innerHeight,
});

/** Whether the person types, is about to send what they typed, or has selected something to copy it. */
export const isBusy = (): boolean =>
  Boolean(document.activeElement?.closest('main form, main textarea, main input, main select')) ||
  getSelection()?.isCollapsed === false;
