import { tellAnswer } from './check-event';
import { isAnswer, normaliseAnswer } from './match-answer';
import { onAnswer, showResult } from './show-result';

export const enhanceBlank = (check: HTMLElement) => {
  const answers = [...check.querySelectorAll<HTMLElement>('[data-text]')];
  onAnswer(check, (typed) => {
    if (normaliseAnswer(typed) === '') return showResult(check, 'Type what fills the gap first.');
    const found = answers.find(({ dataset }) => isAnswer(typed, dataset.text ?? '', dataset.accept ?? ''));
    if (found) showResult(check, '', found.querySelector('[data-reason]')?.childNodes);
    else showResult(check, 'Not what is meant. Try again, or open the answer.');
    tellAnswer(check, 'blank', found?.dataset.correct !== undefined);
  });
};
