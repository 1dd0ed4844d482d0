import { formatQuantity } from '../format-quantity';
import { getNumber } from '../reference/numbers';
import styles from './num.module.css';

/** A number of the one table of assumptions, with a link to its source. */
export const Num = ({ id }: { id: string }) => {
  const { value, unit, label } = getNumber(id);
  return (
    <a className={styles.num} href={`/numbers#${id}`} title={label}>
      {formatQuantity(value, unit)}
    </a>
  );
};
