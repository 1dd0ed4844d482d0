export type CheckKind = 'choice' | 'order' | 'blank' | 'estimate';

/** `question` is the id of the check on its page, and with the lesson names it for good. */
export type CheckAnswered = { question: string; kind: CheckKind; right: boolean };

export const checkEvent = 'mastery:check';

/** Tells whoever listens on the document (progress does) how a check was answered. */
export const tellAnswer = (check: HTMLElement, kind: CheckKind, right: boolean) => {
  check.dataset.state = right ? 'right' : 'wrong';
  const detail: CheckAnswered = { question: check.id, kind, right };
  document.dispatchEvent(new CustomEvent(checkEvent, { detail }));
};
