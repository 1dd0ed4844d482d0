import type { ReactNode } from 'react';
import styles from './lab-button.module.css';

type Props = { scenario: string; children?: ReactNode };

/** Leads to a lab. A plain link: lab pages have a policy of their own, which only a full page load brings into force. */
export const LabButton = ({ scenario, children = 'Open the lab' }: Props) => (
  <p className={styles.row}>
    <a className={styles.button} href={`/labs/${scenario}`}>
      {children}
    </a>
  </p>
);
