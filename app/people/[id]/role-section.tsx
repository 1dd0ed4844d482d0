import type { Person } from '@/lib/accounts/find-person';
import { roles } from '@/lib/accounts/roles';
import styles from './person.module.css';
import { RoleForm } from './role-form';

/** For admins: what this person may do. */
export const RoleSection = ({ person: { id, role } }: { person: Person }) => (
  <section className={styles.role} aria-labelledby="role-heading">
    <h2 id="role-heading">Role</h2>
    <p>
      A mentor’s answers carry a badge. A moderator looks after what people write. An admin gives out roles.
      Each may do all that those before may; every change is in the audit trail.
    </p>
    <RoleForm person={id} role={role} roles={roles} />
  </section>
);
