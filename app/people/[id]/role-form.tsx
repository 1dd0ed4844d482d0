'use client';

import { sendForm } from '@/lib/accounts/client/sign-in-with';
import type { Role } from '@/lib/accounts/roles';
import { Form } from '@/lib/ui/form/form';
import { loadPage } from '@/lib/ui/load-page';
import styles from './person.module.css';

type Props = { person: string; role: Role; roles: readonly Role[] };

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Sets somebody's role. */
export const RoleForm = ({ person, role, roles }: Props) => (
  <Form
    submit={(fields) => sendForm(`/api/accounts/people/${person}/role`, fields)}
    onDone={() => loadPage(`/people/${person}`)}
    action="Set the role"
    busy="Setting…"
    kind="secondary"
  >
    {() => (
      <p className={styles.choose}>
        <label htmlFor="role">Role of this person</label>
        <select id="role" name="role" defaultValue={role}>
          {roles.map((name) => (
            <option key={name} value={name}>
              {capital(name)}
            </option>
          ))}
        </select>
      </p>
    )}
  </Form>
);
