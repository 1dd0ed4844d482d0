import styles from './site-footer.module.css';

export const SiteFooter = () => (
  <footer className={styles.footer}>
    <p>System Design Mastery runs on your own machine. Every number in a lab is measured there.</p>
  </footer>
);
