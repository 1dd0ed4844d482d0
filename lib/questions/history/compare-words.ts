import { diffArrays, diffWordsWithSpace, type ChangeObject } from 'diff';

/** A stretch of two versions laid over each other. */
export type Change = { kind: 'same' | 'added' | 'removed'; text: string };

/**
 * How long a comparison may keep the server: its work grows with the square of what differs, and 20,000 characters of other
 * words would take seconds.
 */
const wordsMs = 60;
const linesMs = 30;

const kindOf = ({ added, removed }: Pick<ChangeObject<unknown>, 'added' | 'removed'>): Change['kind'] =>
  added ? 'added' : removed ? 'removed' : 'same';

/** Lines with their breaks. */
const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

const byLines = (before: string, after: string): Change[] | undefined =>
  diffArrays(linesOf(before), linesOf(after), { timeout: linesMs })?.map((change) => ({
    kind: kindOf(change),
    text: change.value.join(''),
  }));

/**
 * What was removed and what was added, word by word; where too much differs for that, line by line, and at last the one whole
 * and the other whole. All pieces but the added make `before`, all but the removed make `after`.
 */
export const compareWords = (before: string, after: string): Change[] => {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const byWords = diffWordsWithSpace(before, after, { timeout: wordsMs })?.map((change): Change => ({
    kind: kindOf(change),
    text: change.value,
  }));
  const whole: Change[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return (byWords ?? byLines(before, after) ?? whole).filter(({ text }) => text !== '');
};
