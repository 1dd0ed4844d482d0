import type { Reading } from './reading';

/** Says in the label of each check how it was answered on an earlier visit. The answer stays shut, and it can be given again. */
export const showAnswered = ({ lesson, session }: Reading) => {
  const { checks } = session.current();
  for (const check of document.querySelectorAll('[data-check]')) {
    const earlier = checks[`${lesson}/${check.id}`];
    const call = check.querySelector('[data-call]');
    // As long as the words that they replace, so that nothing moves.
    if (earlier && call) call.textContent = earlier.right ? 'Answered right' : 'Not right yet';
  }
};
