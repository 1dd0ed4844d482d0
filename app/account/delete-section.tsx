import styles from './account.module.css';

/** The way out for good; the page behind it says what goes. */
export const DeleteSection = () => (
  <section className={styles.section} aria-labelledby="delete">
    <h2 id="delete">Delete your account</h2>
    <p>You choose whether what you wrote stays without your name or goes, too. It cannot be undone.</p>
    <p>
      <a href="/account/delete">See what goes, and delete it</a>
    </p>
  </section>
);
