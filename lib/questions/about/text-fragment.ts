/** Words at each end of a long passage that browsers look for; the middle may hold a note or a figure. */
const ends = 5;

/** Dashes separate the parts of a directive. */
const encode = (words: string) => encodeURIComponent(words).replaceAll('-', '%2D');

/** `:~:text=…`: the browser scrolls to these words and marks them, where it can. */
export const textFragment = (passage: string): string => {
  const words = passage.split(' ').filter((word) => word !== '');
  if (words.length <= 2 * ends) return `:~:text=${encode(words.join(' '))}`;
  const [start, end] = [words.slice(0, ends), words.slice(-ends)];
  return `:~:text=${encode(start.join(' '))},${encode(end.join(' '))}`;
};
