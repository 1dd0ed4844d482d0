import type { Metadata } from 'next';
import { formatQuantity } from '@/lib/courses/format-quantity';
import { listNumbers, type Assumption } from '@/lib/courses/reference/numbers';
import styles from './numbers.module.css';

export const dynamic = 'force-static';

export const metadata: Metadata = {
  title: 'Numbers',
  description: 'The one table of assumptions behind every estimate of the course, with ranges and sources.',
};

const Row = ({ id, label, value, unit, low, high, source }: Assumption) => (
  <tr id={id}>
    <th scope="row">
      <a href={`#${id}`}>{label}</a>
    </th>
    <td className={styles.value}>{formatQuantity(value, unit)}</td>
    <td className={styles.range}>
      {low === high
        ? formatQuantity(low, unit)
        : `${formatQuantity(low, '')} to ${formatQuantity(high, unit)}`}
    </td>
    <td className={styles.source}>
      <a href={source.url}>{source.title}</a>
    </td>
  </tr>
);

const NumbersPage = () => (
  <div className={styles.page}>
    <h1>Numbers</h1>
    <p className={styles.lead}>
      Every estimate of the course calculates with this table, so that two lessons never disagree. The value
      is what to say in an interview; the range is what you would meet. Measure your own before you spend
      money on them.
    </p>
    <div className={styles.scroll} role="region" aria-label="Table of numbers" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Value</th>
            <th scope="col">Usual range</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {listNumbers().map((entry) => (
            <Row key={entry.id} {...entry} />
          ))}
        </tbody>
      </table>
    </div>
  </div>
);
export default NumbersPage;
