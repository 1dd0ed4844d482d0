'use client';

import { signInHanded } from '@/lib/accounts/client/sign-in-handed';
import { Field } from '@/lib/ui/form/field';
import { Form } from '@/lib/ui/form/form';
import { loadPage } from '@/lib/ui/load-page';

type Props = { token: string; email: string; returnPath: string };

/** Makes the account and signs in. The address is fixed: the mail went there. */
export const FinishSignUp = ({ token, email, returnPath }: Props) => (
  <Form
    submit={({ name = '', password = '' }) =>
      signInHanded('/api/accounts/sign-up/finish', { token, name, password })
    }
    onDone={() => loadPage(returnPath)}
    action="Make my account"
    busy="Making it…"
  >
    {(problemOf) => (
      <>
        <Field
          label="Name"
          name="name"
          autoComplete="name"
          hint="Others see it."
          problem={problemOf('name')}
        />
        <Field
          label="Email"
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={email}
          isReadOnly
        />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          hint="At least 10 characters. Leave it empty to sign in by mail each time."
          problem={problemOf('password')}
          isOptional
        />
      </>
    )}
  </Form>
);
