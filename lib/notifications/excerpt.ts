const longest = 160;

/** Marks of Markdown that are noise in a line of plain text. */
const marks: readonly [RegExp, string][] = [
  [/```[^\n]*\n?/g, ' '],
  [/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1'],
  [/^\s{0,3}(?:[#>]+|[-*+]|\d+\.)\s+/gm, ''],
  [/(\*\*|~~|`|\*)(?=\S)([^\n]*?\S)\1/g, '$2'],
];

/** The beginning of a text in one line, cut between words. It is text, never markup. */
export const excerptOf = (markdown: string): string => {
  const plain = marks
    .reduce((text, [mark, instead]) => text.replace(mark, instead), markdown)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...plain];
  if (characters.length <= longest) return plain;
  const cut = characters.slice(0, longest).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > longest / 2 ? cut.slice(0, space) : cut}…`;
};
