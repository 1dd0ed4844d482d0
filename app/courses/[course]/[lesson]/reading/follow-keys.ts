import { isField } from '@/lib/ui/is-field';
import { loadPage } from '@/lib/ui/load-page';
import { hasSingleKeys } from '@/lib/ui/key-settings';
import { follow, type Reading } from './reading';

/** How long after "g" the second key of a pair may come. */
const pairMs = 1500;

const followLink = (selector: string) => document.querySelector<HTMLAnchorElement>(selector)?.click();

const places: Record<string, () => void> = {
  p: () => loadPage('/progress'),
  n: () => loadPage('/notes'),
  c: () => followLink('nav[aria-label="Syllabus"] a'),
  l: () => loadPage('/labs'),
};

const showSheet = () => void import('./keyboard-sheet').then((sheet) => sheet.showKeyboardSheet());

/** Keys for reading; `own` are those of this lesson. They do nothing while one types, with a modifier, or in front of an open dialog. */
export const followKeys = ({ signal }: Reading, own: Record<string, () => void>) => {
  const actions: Record<string, () => void> = {
    ...own,
    '?': showSheet,
    n: () => followLink('a[rel=next]'),
    p: () => followLink('a[rel=prev]'),
  };
  let pairUntil = 0;
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (isField(event.target) || document.querySelector('dialog[open]') || !hasSingleKeys()) return;
    const isSecond = event.timeStamp < pairUntil;
    pairUntil = event.key === 'g' ? event.timeStamp + pairMs : 0;
    const action = (isSecond ? places : actions)[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
  return follow(signal, ['keydown', 'click'], (event) => {
    if (event instanceof KeyboardEvent) return press(event);
    if (event.target instanceof Element && event.target.closest('[data-keys]')) showSheet();
  });
};
