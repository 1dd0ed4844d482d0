'use client';

import { sendForm, signInWith } from '@/lib/accounts/client/sign-in-with';
import { Field } from '@/lib/ui/form/field';
import { Form } from '@/lib/ui/form/form';
import { loadPage } from '@/lib/ui/load-page';
import styles from '@/lib/ui/narrow-page.module.css';

const changePassword = (email: string) => async (fields: Record<string, string>) => {
  const changed = await sendForm('/api/accounts/password', fields, {
    'wrong-password': 'current',
    'weak-password': 'next',
  });
  return changed.ok ? signInWith('credentials', { email, password: fields.next ?? '' }) : changed;
};

/** Sets a new password. All other sessions end; this one goes on. */
export const ChangePassword = ({ email }: { email: string }) => (
  <section className={styles.section}>
    <h2>Password</h2>
    <p>A new password signs you out everywhere else.</p>
    <Form
      submit={changePassword(email)}
      onDone={() => loadPage('/account?changed=password')}
      action="Change password"
      busy="Changing…"
      kind="secondary"
    >
      {(problemOf) => (
        <>
          <Field
            label="Current password"
            name="current"
            type="password"
            autoComplete="current-password"
            problem={problemOf('current')}
          />
          <Field
            label="New password"
            name="next"
            type="password"
            autoComplete="new-password"
            hint="At least 10 characters."
            problem={problemOf('next')}
          />
        </>
      )}
    </Form>
  </section>
);
