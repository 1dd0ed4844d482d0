/** Something wrong in a file below content/. `line` counts from 1. */
export type Problem = { file: string; line: number; message: string };

/** As compilers say it, so that editors make a link of it. */
export const formatProblem = ({ file, line, message }: Problem) => `${file}:${line}: ${message}`;
