import { rulesInWords, type Recommendation } from '@/lib/progress/recommend';
import buttons from '@/lib/ui/button.module.css';
import styles from './progress.module.css';

const alternatives = 2;

/** One clear next step with its reason, then at most two others, and the rules that chose them. */
export const NextStep = ({ recommendations }: { recommendations: readonly Recommendation[] }) => {
  const [first, ...rest] = recommendations;
  if (!first) return null;
  const others = rest
    .filter((one, index) => rest.findIndex((other) => other.kind === one.kind) === index)
    .filter((one) => one.kind !== first.kind)
    .slice(0, alternatives);
  return (
    <section className={styles.next} aria-labelledby="next-step">
      <h2 id="next-step">{first.kind === 'begin' ? 'Where to begin' : 'What to do next'}</h2>
      <p className={styles.why}>{first.why}</p>
      <p>
        <a className={buttons.primary} href={first.href}>
          {first.action}
        </a>
      </p>
      {first.kind === 'begin' && (
        <p className={styles.note}>
          Or <a href="/labs/first-balancer">start the first lab</a> and break a load balancer before you read
          about it. What you read, solve and practise is listed here from then on.
        </p>
      )}
      {others.length > 0 && (
        <ul className={styles.others}>
          {others.map((one) => (
            <li key={one.href}>
              <a href={one.href}>{one.action}</a>
              <span>{one.why}</span>
            </li>
          ))}
        </ul>
      )}
      <details className={styles.rules}>
        <summary>How this is chosen</summary>
        <p>The first of these that applies to you, always in this order:</p>
        <ol>
          {rulesInWords.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ol>
      </details>
    </section>
  );
};
