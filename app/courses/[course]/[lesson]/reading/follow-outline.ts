import { currentHeading, type Reading } from './reading';

/** Marks the heading that is being read in "On this page". */
export const followOutline = ({ signal }: Reading) => {
  const links = document.querySelectorAll<HTMLAnchorElement>('[data-outline] a');
  let frame = 0;
  const mark = () => {
    frame = 0;
    const current = currentHeading()?.id;
    for (const link of links) {
      if (link.getAttribute('href') === `#${current}`) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };
  const schedule = () => {
    frame ||= requestAnimationFrame(mark);
  };
  schedule();
  window.addEventListener('scroll', schedule, { signal, passive: true });
  window.addEventListener('resize', schedule, { signal });
};
