import type { Reading } from './reading';

/** Says at every interview question how many asked about it, when the first of them comes near. */
export const followAsked = ({ lesson, signal }: Reading) => {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      // Without the numbers the links lead there all the same.
      import('@/lib/questions/client/lesson-questions').then(
        ({ fillCounts }) => fillCounts(lesson),
        () => undefined,
      );
    },
    { rootMargin: '900px' },
  );
  for (const place of document.querySelectorAll('[data-asked]')) observer.observe(place);
  signal.addEventListener('abort', () => observer.disconnect());
};
