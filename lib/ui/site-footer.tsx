import styles from './site-footer.module.css';

export const SiteFooter = () => (
  <footer className={styles.footer}>
    <p>System Design Mastery runs on your own machine. Every number in a lab is measured there.</p>
    <ul className={styles.links}>
      <li>
        <a href="/questions">Questions</a>
      </li>
      <li>
        <a href="/glossary">Glossary</a>
      </li>
      <li>
        <a href="/numbers">Numbers</a>
      </li>
      <li>
        <a href="/offline">Reading offline</a>
      </li>
      <li>
        <a href="/feed.xml">RSS</a>
      </li>
    </ul>
  </footer>
);
