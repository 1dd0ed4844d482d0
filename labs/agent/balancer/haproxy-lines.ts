/** A line of a HAProxy configuration: its words, with their places in the line, and the section that it is in. */
export type HaproxyLine = {
  words: { text: string; start: number; end: number }[];
  /** 1-based. */
  line: number;
  section: string;
  sectionName: string;
};

const sections = new Set(
  'global defaults frontend backend listen peers resolvers userlist mailers program cache http-errors ring log-forward log-profile fcgi-app crt-store traces'.split(
    ' ',
  ),
);

function splitWords(text: string): HaproxyLine['words'] {
  const words: HaproxyLine['words'] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at += 1;
      continue;
    }
    if (text[at] === '#') break;
    const word = { text: '', start: at, end: at };
    let quote: string | null = null;
    for (; at < text.length; at += 1) {
      const char = text[at] ?? '';
      if (quote === null && (/\s/.test(char) || char === '#')) break;
      if (quote === char) quote = null;
      else if (quote === null && (char === '"' || char === "'")) quote = char;
      else if (char === '\\' && quote !== "'" && at + 1 < text.length) word.text += text[(at += 1)] ?? '';
      else word.text += char;
    }
    word.end = at;
    words.push(word);
  }
  return words;
}

/** Splits a file as HAProxy does: words, quotes, escapes, comments and sections. Lines without a word are left out. */
export function listHaproxyLines(text: string): HaproxyLine[] {
  let section = '';
  let sectionName = '';
  return text.split('\n').flatMap((content, index) => {
    const words = splitWords(content);
    const first = words[0]?.text;
    if (first === undefined) return [];
    if (sections.has(first)) {
      section = first;
      sectionName = words[1]?.text ?? '';
    }
    return [{ words, line: index + 1, section, sectionName }];
  });
}
