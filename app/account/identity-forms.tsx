'use client';

import { goElsewhere } from '@/lib/accounts/client/go-elsewhere';
import { sendForm } from '@/lib/accounts/client/sign-in-with';
import type { Provider } from '@/lib/accounts/identities/provider';
import { sendJson } from '@/lib/http/send-json';
import { Field } from '@/lib/ui/form/field';
import { Form } from '@/lib/ui/form/form';
import { loadPage } from '@/lib/ui/load-page';
import styles from '@/lib/ui/narrow-page.module.css';

/** Says that linking is wanted, then goes to the provider's page. */
export const LinkProvider = ({ id, name }: Provider) => (
  <Form
    submit={async () => {
      const asked = await sendForm(`/api/accounts/identities/${id}`, {});
      return asked.ok ? goElsewhere(id, '/account?changed=linked') : asked;
    }}
    onDone={() => undefined}
    action={`Link ${name}`}
    busy={`Going to ${name}…`}
    kind="secondary"
  />
);

export const UnlinkProvider = ({ id, name }: Provider) => (
  <Form
    submit={async () => {
      const sent = await sendJson('DELETE', `/api/accounts/identities/${id}`);
      return sent.ok ? sent : { ok: false, message: sent.message, field: null };
    }}
    onDone={() => loadPage('/account?changed=unlinked')}
    action={`Unlink ${name}`}
    busy="Unlinking…"
    kind="secondary"
  />
);

/** For an account that was made without a password. */
export const SetFirstPassword = ({ email }: { email: string }) => (
  <section className={styles.section}>
    <h2>Password</h2>
    <p>Your account has none. With one you can sign in without mail and without accounts elsewhere.</p>
    <Form
      submit={({ firstPassword = '' }) =>
        sendForm(
          '/api/accounts/password/first',
          { password: firstPassword },
          { 'weak-password': 'firstPassword' },
        )
      }
      onDone={() => loadPage('/account?changed=first-password')}
      action="Set a password"
      busy="Setting it…"
      kind="secondary"
    >
      {(problemOf) => (
        <>
          <Field
            label="Sign-in address"
            name="username"
            type="email"
            autoComplete="username"
            defaultValue={email}
            isReadOnly
          />
          <Field
            label="New password"
            name="firstPassword"
            type="password"
            autoComplete="new-password"
            hint="At least 10 characters. A sentence is fine, blanks too."
            problem={problemOf('firstPassword')}
          />
        </>
      )}
    </Form>
  </section>
);
