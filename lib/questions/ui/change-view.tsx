import type { Change } from '../history/compare-words';
import styles from './history.module.css';

/** Of a stretch that stayed the same, so much is shown on each side of a change. */
const nearby = 300;

/** Up to a line break, so that no line is torn. */
const headOf = (text: string) => text.slice(0, nearby).replace(/[^\n]*$/, '') || text.slice(0, nearby);
const tailOf = (text: string) => text.slice(-nearby).replace(/^[^\n]*\n/, '') || text.slice(-nearby);

type SameProps = { text: string; isFirst: boolean; isLast: boolean };

const Same = ({ text, isFirst, isLast }: SameProps) => {
  const head = isFirst ? '' : headOf(text);
  const tail = isLast ? '' : tailOf(text);
  const middle = text.slice(head.length, text.length - tail.length);
  if (text.length <= 3 * nearby || (isFirst && isLast)) return <>{text}</>;
  return (
    <>
      {head}
      <details className={styles.unchanged}>
        <summary>{middle.length.toLocaleString('en')} characters that stayed the same</summary>
        {middle}
      </details>
      {tail}
    </>
  );
};

/** Said by screen readers, and not copied with the words. */
const Said = ({ words }: { words: string }) => (
  <span className={`visually-hidden ${styles.said}`}>{words}</span>
);

/** Two versions laid over each other: what was removed is struck through, what was added underlined, and both are said in words. */
export const ChangeView = ({ changes }: { changes: readonly Change[] }) =>
  changes.map(({ kind, text }, at) => {
    if (kind === 'same')
      return <Same key={at} text={text} isFirst={at === 0} isLast={at === changes.length - 1} />;
    const Tag = kind === 'added' ? 'ins' : 'del';
    return (
      <Tag key={at} className={styles[kind]}>
        <Said words={kind === 'added' ? ' [added: ' : ' [removed: '} />
        {text}
        <Said words="] " />
      </Tag>
    );
  });
