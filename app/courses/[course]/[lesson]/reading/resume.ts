import { headings, wordsOf, type Reading } from './reading';

/** Offers the way back to where the lesson was left. The line has its place already, so nothing moves. */
export const offerResume = ({ lesson, session }: Reading) => {
  const line = document.querySelector<HTMLElement>('[data-resume]');
  const { places, read } = session.current();
  const place = places[lesson];
  const heading = headings().find((one) => one.id === place?.heading);
  if (!line || !heading || lesson in read) return;
  const link = document.createElement('a');
  link.href = `#${heading.id}`;
  link.textContent = wordsOf(heading);
  line.replaceChildren('Continue at ', link);
};
