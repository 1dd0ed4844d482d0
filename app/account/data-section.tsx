import buttons from '@/lib/ui/button.module.css';
import styles from './account.module.css';

/** What the site knows of one, as a file. `isTooSoon`: the download was refused. */
export const DataSection = ({ isTooSoon }: { isTooSoon: boolean }) => (
  <section className={styles.section} aria-labelledby="data">
    <h2 id="data">Your data</h2>
    <p>
      One file (JSON) with everything that the database holds about you: your profile, questions, answers,
      votes, notes, progress and lab runs. Your password is not in it, nor what belongs to others.
    </p>
    {isTooSoon && (
      <p role="status" className={styles.status}>
        You downloaded it five times within an hour. Try again later.
      </p>
    )}
    <a className={buttons.secondary} href="/api/accounts/export">
      Download my data
    </a>
  </section>
);
