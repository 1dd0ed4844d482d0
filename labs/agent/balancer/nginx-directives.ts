/** One directive of a configuration file: its words with their places in the text, and the blocks around it. */
export type NginxDirective = {
  name: string;
  args: string[];
  /** 1-based line of the name. */
  line: number;
  /** Offsets in the text: first character of the name, and one past the `;` (or past the last word, for a block). */
  start: number;
  end: number;
  /** Names of the enclosing blocks, outermost first. */
  blocks: string[];
};

type Word = { text: string; start: number; end: number; line: number };

/** Splits a file as Nginx does: comments, quotes and escapes are understood; a broken file gives the directives that can be told. */
export function listNginxDirectives(text: string): NginxDirective[] {
  const directives: NginxDirective[] = [];
  const blocks: string[] = [];
  let words: Word[] = [];
  let line = 1;
  let at = 0;

  const close = (end: number) => {
    const first = words[0];
    if (first) {
      const args = words.slice(1).map((word) => word.text);
      directives.push({
        name: first.text,
        args,
        line: first.line,
        start: first.start,
        end,
        blocks: [...blocks],
      });
    }
    words = [];
    return first;
  };

  const readWord = (): Word => {
    const word = { text: '', start: at, end: at, line };
    const quote = text[at] === '"' || text[at] === "'" ? text[at] : null;
    if (quote) at += 1;
    while (at < text.length) {
      const char = text[at] ?? '';
      if (char === '\n') line += 1;
      if (quote ? char === quote : /[\s;{]/.test(char) && !(char === '{' && text[at - 1] === '$')) break;
      if (char === '\\' && at + 1 < text.length) {
        at += 1;
        if (text[at] === '\n') line += 1;
      }
      word.text += text[at] ?? '';
      at += 1;
    }
    // The newline that ended the word is counted by the caller, who sees it again.
    if (!quote && text[at] === '\n') line -= 1;
    if (quote) at += 1;
    word.end = at;
    return word;
  };

  while (at < text.length) {
    const char = text[at] ?? '';
    if (char === '\n') line += 1;
    if (/\s/.test(char)) at += 1;
    else if (char === '#') at = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at);
    else if (char === ';') {
      at += 1;
      close(at);
    } else if (char === '{') {
      blocks.push(close(words.at(-1)?.end ?? at)?.text ?? '');
      at += 1;
    } else if (char === '}') {
      words = [];
      blocks.pop();
      at += 1;
    } else words.push(readWord());
  }
  return directives;
}
