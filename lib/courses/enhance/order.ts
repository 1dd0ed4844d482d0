import { tellAnswer } from './check-event';
import { openSolution, showResult } from './show-result';

const arrows: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

const move = (list: HTMLElement, step: Element, by: number) => {
  const steps = [...list.children];
  const at = steps.indexOf(step);
  const to = at + by;
  if (to < 0 || to >= steps.length) return null;
  if (by < 0) list.insertBefore(step, steps[to] ?? null);
  else list.insertBefore(step, steps[to + 1] ?? null);
  return to + 1;
};

/** Steps are moved by their buttons, or with the arrow keys while one of the buttons has the focus. */
export const enhanceOrder = (check: HTMLElement) => {
  const list = check.querySelector<HTMLElement>('[data-steps]');
  if (!list) return;
  const moveBy = (button: HTMLElement, by: number) => {
    const step = button.closest('li');
    const place = step && move(list, step, by);
    // A moved element loses the focus.
    button.focus();
    if (step && place)
      showResult(
        check,
        `“${step.firstElementChild?.textContent}” is now ${place} of ${list.children.length}.`,
      );
  };
  list.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-move]') : null;
    if (button) moveBy(button, Number(button.dataset.move));
  });
  list.addEventListener('keydown', (event) => {
    const by = arrows[event.key];
    if (by === undefined || !(event.target instanceof HTMLElement)) return;
    event.preventDefault();
    moveBy(event.target, by);
  });
  check.querySelector('[data-submit]')?.addEventListener('click', () => judge(check, list));
};

const judge = (check: HTMLElement, list: HTMLElement) => {
  const steps = [...list.children].filter((step) => step instanceof HTMLElement);
  const wrong = steps.filter((step, index) => Number(step.dataset.place) !== index);
  const [first] = wrong;
  if (first) {
    const placed = steps.length - wrong.length;
    const words = `Not yet: ${placed} of ${steps.length} stand where they belong. The first that does not is “${first.firstElementChild?.textContent}”.`;
    showResult(check, words);
  } else {
    showResult(check, 'Right. The reasons are below.');
    openSolution(check);
  }
  tellAnswer(check, 'order', first === undefined);
};
