/** `{1,4-6}` → the line numbers 1, 4, 5, 6. @param {string} meta */
const markedLines = (meta) => {
  const lines = new Set();
  for (const part of /\{([\d,\s-]+)\}/.exec(meta)?.[1]?.split(',') ?? []) {
    const [first = 0, last = first] = part.split('-').map(Number);
    for (let line = first; line <= last; line += 1) lines.add(line);
  }
  return lines;
};

/**
 * What stands after a fence's language: `title="nginx.conf" file="configs/layer-4.conf" lab="layer-4" {3,7-9}`.
 * @param {string} meta
 */
export const fenceMeta = (meta) => {
  /** @param {string} name */
  const read = (name) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(meta)?.[1];
  return { title: read('title'), file: read('file'), lab: read('lab'), marked: markedLines(meta) };
};
