import { tellAnswer } from './check-event';
import { judgeEstimate } from './judge-estimate';
import { parseQuantity, sayUnderstood } from './parse-quantity';
import { onAnswer, openSolution, showResult } from './show-result';

const round = (factor: number) =>
  factor < 10 ? factor.toPrecision(2) : Math.round(factor).toLocaleString('en-US');

export const enhanceEstimate = (check: HTMLElement) => {
  const about = check.querySelector<HTMLElement>('[data-value]')?.dataset ?? {};
  const misses = [...check.querySelectorAll<HTMLElement>('[data-miss]')];
  const wanted = {
    value: Number(about.value),
    within: Number(about.within),
    misses: misses.map(({ dataset }) => Number(dataset.miss)),
  };
  onAnswer(check, (typed) => {
    const answer = parseQuantity(typed, about.unit);
    if (answer === null)
      return showResult(check, 'Type a number above zero, for example 3500, 3.5k, 2e6 or 1/2.');
    const judgement = judgeEstimate(answer, wanted);
    const understood = sayUnderstood(typed, answer);
    if (judgement.kind === 'right') {
      showResult(check, `${understood}Right: the solution arrives at about ${about.right}.`);
      openSolution(check);
    } else if (judgement.kind === 'miss') {
      showResult(
        check,
        `${understood}Not this one.`,
        misses[judgement.index]?.querySelector('[data-reason]')?.childNodes,
      );
    } else {
      showResult(
        check,
        `${understood}Too ${judgement.kind}, by a factor of about ${round(judgement.factor)}.`,
      );
    }
    tellAnswer(check, 'estimate', judgement.kind === 'right');
  });
};
