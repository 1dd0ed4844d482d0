import { timeAfter } from '@/lib/progress/progress';
import { passedHeadings, type Reading } from './reading';

/** While reading goes on, the place is kept this often; leaving the page keeps it at once. */
const everyMs = 15_000;

/** Before the second heading there is no place to keep. */
const findPlace = () => {
  const passed = passedHeadings();
  return passed.length < 2 ? undefined : passed.at(-1)?.id;
};

/** Keeps where the reader is, from their first scrolling on. */
export const keepPlace = ({ lesson, session, signal }: Reading) => {
  let place: string | undefined;
  let kept = session.current().places[lesson]?.heading;
  let keptAt = Date.now();
  let frame = 0;
  const keep = () => {
    const { places, read } = session.current();
    // Whoever has read the lesson need not be led back into it.
    if (place === undefined || place === kept || lesson in read) return;
    kept = place;
    keptAt = Date.now();
    const at = timeAfter(places[lesson]?.at);
    void session.record({ places: { [lesson]: { heading: place, at } } });
  };
  const look = () => {
    frame = 0;
    place = findPlace();
    if (Date.now() - keptAt >= everyMs) keep();
  };
  const schedule = () => {
    frame ||= requestAnimationFrame(look);
  };
  schedule();
  window.addEventListener('scroll', schedule, { signal, passive: true });
  window.addEventListener('pagehide', keep, { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keep(), {
    signal,
  });
};
