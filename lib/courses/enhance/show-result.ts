/** Says a sentence, and below it copies of `reasons`, in the check's live region. */
export const showResult = (check: HTMLElement, words: string, reasons: Iterable<Node> = []) => {
  const place = check.querySelector('[data-result]');
  if (!place) return;
  const sentence = document.createElement('p');
  sentence.textContent = words;
  place.replaceChildren(
    ...(words === '' ? [] : [sentence]),
    ...Array.from(reasons, (node) => node.cloneNode(true)),
  );
};

export const openSolution = (check: HTMLElement) =>
  check.querySelector<HTMLDetailsElement>('details[data-solution]')?.setAttribute('open', '');

/** Calls `judge` with what was typed, whenever the check's form is sent. */
export const onAnswer = (check: HTMLElement, judge: (typed: string) => void) => {
  const form = check.querySelector<HTMLFormElement>('form[data-answer]');
  const input = form?.querySelector('input');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    judge(input?.value ?? '');
  });
};
