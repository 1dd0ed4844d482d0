import { timeAfter, type Rating } from '@/lib/progress/progress';
import { follow, type Reading } from './reading';

const isRating = (value: string | undefined): value is Rating =>
  value === 'could' || value === 'nearly' || value === 'notYet';

/** Below each model answer: how well the reader could have said it. */
export const followRatings = ({ lesson, session, signal }: Reading) => {
  const paint = () => {
    const { answers } = session.current();
    for (const button of document.querySelectorAll<HTMLElement>('button[data-rating]')) {
      const question = button.closest('[data-answer]')?.id ?? '';
      const isChosen = answers[`${lesson}/${question}`]?.rating === button.dataset.rating;
      button.setAttribute('aria-pressed', String(isChosen));
    }
  };
  signal.addEventListener('abort', session.subscribe(paint));
  paint();
  return follow(signal, ['click'], ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button[data-rating]') : null;
    const question = button?.closest('[data-answer]')?.id;
    const rating = button?.dataset.rating;
    if (!question || !isRating(rating)) return;
    const key = `${lesson}/${question}`;
    const at = timeAfter(session.current().answers[key]?.at);
    void session.record({ answers: { [key]: { rating, at } } }).then((problem) => {
      const status = button?.closest('[data-answer]')?.querySelector('[data-rating-status]');
      if (status) status.textContent = problem ?? 'Kept.';
    });
  });
};
