import type { Passage } from './passage';

export const MarkedText = ({ parts }: { parts: Passage }) =>
  parts.map(({ text, isMatch }, at) => (isMatch ? <mark key={at}>{text}</mark> : text));
