'use client';

import { sendForm, signInWith } from '@/lib/accounts/client/sign-in-with';
import { Field } from '@/lib/ui/form/field';
import { Form } from '@/lib/ui/form/form';
import { loadPage } from '@/lib/ui/load-page';

const signUp = async (fields: Record<string, string>) => {
  const created = await sendForm('/api/accounts/sign-up', fields, { 'weak-password': 'password' });
  if (!created.ok) return created;
  const { email = '', password = '' } = fields;
  return signInWith('credentials', { email, password });
};

/** Creates the account, then signs in. For a guest the account takes over the guest's work. */
export const SignUpForm = ({ returnPath }: { returnPath: string }) => (
  <Form submit={signUp} onDone={() => loadPage(returnPath)} action="Sign up" busy="Signing up…">
    {(problemOf) => (
      <>
        <Field label="Name" name="name" autoComplete="name" problem={problemOf('name')} />
        <Field label="Email" name="email" type="email" autoComplete="username" problem={problemOf('email')} />
        <Field
          label="Password"
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
