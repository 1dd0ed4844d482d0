/** What differs only in case, spaces, quotes or a full stop is the same answer. */
export const normaliseAnswer = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”"'‘’`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');

/** Whether `typed` is the answer `text` or one of the wordings in `accept`, which "|" separates. */
export const isAnswer = (typed: string, text: string, accept: string) =>
  [text, ...accept.split('|').filter((wording) => wording.trim() !== '')].some(
    (wording) => normaliseAnswer(wording) === normaliseAnswer(typed),
  );
