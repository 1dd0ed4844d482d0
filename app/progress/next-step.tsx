import { rulesInWords, type Recommendation } from '@/lib/progress/recommend';
import type { ProgressSession } from '@/lib/progress/client/progress-session';
import buttons from '@/lib/ui/button.module.css';
import { useSetAside } from './use-set-aside';
import styles from './progress.module.css';

const alternatives = 2;

type Props = { recommendations: readonly Recommendation[]; session: ProgressSession | null };

/** One clear next step with its reason, then at most two others, and the rules that chose them. */
export const NextStep = ({ recommendations, session }: Props) => {
  const { put, said } = useSetAside(session);
  const [first, ...rest] = recommendations;
  if (!first) return null;
  const others = rest
    .filter((one, index) => rest.findIndex((other) => other.kind === one.kind) === index)
    .filter((one) => one.kind !== first.kind && one.kind !== 'aside')
    .slice(0, alternatives);
  const asideButton = ({ unfinished }: Recommendation) =>
    unfinished && (
      <button
        type="button"
        className={styles.quiet}
        disabled={session === null}
        onClick={() => put(unfinished.lesson, unfinished.title)}
      >
        Set it aside
      </button>
    );
  return (
    <section className={styles.next} aria-labelledby="next-step">
      <h2 id="next-step">{first.kind === 'begin' ? 'Where to begin' : 'What to do next'}</h2>
      <p className={styles.why}>{first.why}</p>
      <p className={styles.ways}>
        <a className={buttons.primary} href={first.href}>
          {first.action}
        </a>
        {asideButton(first)}
      </p>
      {said}
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
              <span>
                {one.why} {asideButton(one)}
              </span>
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
