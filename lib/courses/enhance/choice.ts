import { tellAnswer } from './check-event';
import { showResult } from './show-result';

/** The first option that is opened is the answer; the others are opened afterwards to compare. */
export const enhanceChoice = (check: HTMLElement) => {
  const choose = (event: Event) => {
    const option = event.target;
    if (!(option instanceof HTMLDetailsElement) || !option.open) return;
    const right = option.dataset.correct !== undefined;
    const isFirst = check.dataset.state === undefined;
    showResult(check, right ? 'Right.' : 'Not this one. The other options say why they are right or wrong.');
    if (isFirst) tellAnswer(check, 'choice', right);
  };
  // `toggle` does not bubble.
  check.addEventListener('toggle', choose, { capture: true });
};
