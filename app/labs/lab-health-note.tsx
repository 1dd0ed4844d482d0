import type { LabHealth } from '@/lib/labs/find-lab-health';
import styles from './labs.module.css';

/** Absent while labs can be started. */
export const LabHealthNote = ({ health }: { health: LabHealth }) =>
  health.ok ? null : (
    <div className={styles.down} role="note">
      <p>
        <strong>Labs cannot be started right now.</strong> {health.message}
      </p>
    </div>
  );
