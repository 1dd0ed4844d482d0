'use client';

import { signInWith } from '@/lib/accounts/client/sign-in-with';
import { Field } from '@/lib/ui/form/field';
import { Form } from '@/lib/ui/form/form';
import { loadPage } from '@/lib/ui/load-page';
import styles from '@/lib/ui/narrow-page.module.css';

/** `returnPath` is a path of this site; the server has made sure of that. */
export const SignInForms = ({ returnPath, isGuest }: { returnPath: string; isGuest: boolean }) => {
  const leave = () => loadPage(returnPath);
  return (
    <>
      <Form
        submit={(fields) => signInWith('credentials', fields)}
        onDone={leave}
        action="Sign in"
        busy="Signing in…"
      >
        {(problemOf) => (
          <>
            <Field
              label="Email"
              name="email"
              type="email"
              autoComplete="username"
              problem={problemOf('email')}
            />
            <Field
              label="Password"
              name="password"
              type="password"
              autoComplete="current-password"
              problem={problemOf('password')}
            />
          </>
        )}
      </Form>
      {!isGuest && (
        <section className={styles.section}>
          <h2>Just trying it?</h2>
          <p>A guest can do every lab. Sign up later and your work comes along.</p>
          <Form
            submit={() => signInWith('guest', {})}
            onDone={leave}
            action="Continue as guest"
            busy="Starting…"
            kind="secondary"
          />
        </section>
      )}
    </>
  );
};
