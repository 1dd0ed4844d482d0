/** Deeper quotations and lists say nothing, and exhaust the stack. */
const isTooDeep = (text: string) => /^(?:[ \t]*(?:>|[-+*][ \t]|\d+[.)][ \t])){40}/m.test(text);

/** A parser's work grows with the square of the marks in a paragraph: 20,000 cost seconds, 2,000 milliseconds. */
const isTooDense = (text: string) =>
  text.split(/\n[ \t]*\n/).some((block) => (block.match(/[*_~[]/g)?.length ?? 0) > 2000);

/** Whether a text would keep the parser busy for seconds: it is taken as it stands. */
export const isTooMuch = (text: string) => isTooDeep(text) || isTooDense(text);
