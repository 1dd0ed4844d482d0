'use client';

import { signInHanded } from '@/lib/accounts/client/sign-in-handed';
import { Field } from '@/lib/ui/form/field';
import { Form } from '@/lib/ui/form/form';
import { loadPage } from '@/lib/ui/load-page';

/** Sets the password and signs in. The address is there for password managers, and to be sure. */
export const NewPassword = ({ token, email }: { token: string; email: string }) => (
  <Form
    submit={({ password = '' }) => signInHanded('/api/accounts/password/reset', { token, password })}
    onDone={() => loadPage('/account?changed=password')}
    action="Set the password and sign in"
    busy="Setting it…"
  >
    {(problemOf) => (
      <>
        <Field
          label="Email"
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={email}
          isReadOnly
        />
        <Field
          label="New password"
          name="password"
          type="password"
          autoComplete="new-password"
          hint="At least 10 characters. A sentence is fine, blanks too."
          problem={problemOf('password')}
        />
      </>
    )}
  </Form>
);
