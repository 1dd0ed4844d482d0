import { Children, isValidElement, type ComponentProps, type ReactNode } from 'react';
import styles from './table.module.css';

const textOf = (node: ReactNode): string =>
  Children.toArray(node)
    .map((child) => {
      if (typeof child === 'string' || typeof child === 'number') return `${child}`;
      return isValidElement<{ children?: ReactNode }>(child) ? textOf(child.props.children) : '';
    })
    .join('');

/** The words of the first row, cell by cell. */
const headings = (node: ReactNode): string[] =>
  Children.toArray(node).flatMap((child) => {
    if (!isValidElement<{ children?: ReactNode }>(child)) return [];
    if (child.type === 'tbody') return [];
    return child.type === 'th' ? [textOf(child.props.children).trim()] : headings(child.props.children);
  });

/** `labelledBy`: id of a caption; without one the table is named by its head. */
type Props = ComponentProps<'table'> & { labelledBy?: string };

/** A table in the text. One that is wider than the column scrolls in its place, by keyboard too. */
export const Table = ({ labelledBy, ...props }: Props) => {
  const name = labelledBy
    ? { 'aria-labelledby': labelledBy }
    : { 'aria-label': `Table: ${headings(props.children).filter(Boolean).join(', ')}` };
  return (
    <div className={styles.table} role="group" tabIndex={0} {...name}>
      <table {...props} />
    </div>
  );
};
