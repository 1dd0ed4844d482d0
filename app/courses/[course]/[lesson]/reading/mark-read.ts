import { timeAfter } from '@/lib/progress/progress';
import { follow, type Reading } from './reading';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** The end of the lesson: "Mark as read", or since when it is and how to undo that. */
export const markRead = ({ lesson, session, signal }: Reading) => {
  const section = document.querySelector<HTMLElement>('[data-reading-end]');
  const part = (name: string) => section?.querySelector<HTMLElement>(`[data-part=${name}]`);
  const isRead = () => lesson in session.current().read;
  const say = (words: string) => {
    const status = part('status');
    if (status) status.textContent = words;
  };
  const paint = () => {
    const at = session.current().read[lesson];
    section?.toggleAttribute('data-is-read', at !== undefined);
    const date = part('date');
    if (date) date.textContent = at === undefined ? '' : day.format(new Date(at));
  };
  const read = () => {
    if (isRead()) return;
    void session.record({ read: { [lesson]: timeAfter(undefined) } }).then((problem) => {
      say(problem ?? 'Marked as read.');
    });
  };
  const undo = () => {
    void session.undoRead(lesson).then((problem) => {
      say(problem ?? 'Not marked as read any more.');
      if (document.activeElement === part('undo')) part('mark')?.focus();
    });
  };
  signal.addEventListener('abort', session.subscribe(paint));
  paint();
  const handle = follow(signal, ['click'], ({ target }) => {
    const pressed = target instanceof Element ? target.closest('[data-part]') : null;
    if (pressed === null) return;
    if (pressed === part('undo')) undo();
    if (pressed !== part('mark')) return;
    read();
    // The button that was pressed is out of sight now, so the focus goes to the one in its place.
    part('undo')?.focus();
  });
  return { handle, read, toggle: () => (isRead() ? undo() : read()) };
};
