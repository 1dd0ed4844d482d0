import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';
import { formatQuantity } from '../format-quantity';
import { AnswerForm } from './answer-form';
import { CheckFrame, CheckResult } from './check-frame';
import styles from './check.module.css';

type MissProps = { value: number; unit?: string; children: ReactNode };

/** A wrong result that is often reached, and what was forgotten. Estimate hands its own unit down. */
export const Miss = ({ value, unit = '', children }: MissProps) => (
  <li data-miss={value}>
    <p className={styles.part}>If you got about {formatQuantity(value, unit)}</p>
    <div data-reason="">{children}</div>
  </li>
);

const isMiss = (child: ReactNode): child is ReactElement<MissProps> =>
  isValidElement(child) && child.type === Miss;

type EstimateProps = {
  question: string;
  unit: string;
  value: number;
  /** Right when the answer differs by no more than this factor. */
  within: number;
  children: ReactNode;
};

/** A number to be estimated; its children are the worked solution. */
export const Estimate = ({ question, unit, value, within, children }: EstimateProps) => {
  const parts = Children.toArray(children);
  const misses = parts.filter(isMiss);
  return (
    <CheckFrame kind="estimate" question={question}>
      <div data-value={value} data-within={within} data-unit={unit} data-right={formatQuantity(value, unit)}>
        <AnswerForm label="Your estimate" unit={unit} isNumber />
      </div>
      <CheckResult />
      <details className={styles.solution} data-solution="">
        <summary>The worked solution</summary>
        <div className={styles.reason}>
          <p className={styles.verdict}>
            About {formatQuantity(value, unit)}; right within a factor of {within}.
          </p>
          {parts.filter((part) => !isMiss(part))}
          {misses.length > 0 && (
            <ul className={styles.misses}>
              {misses.map(({ key, props }) => (
                <Miss key={key} value={props.value} unit={unit}>
                  {props.children}
                </Miss>
              ))}
            </ul>
          )}
        </div>
      </details>
    </CheckFrame>
  );
};
