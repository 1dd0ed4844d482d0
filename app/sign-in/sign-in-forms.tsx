'use client';

import Link from 'next/link';
import { ProviderButtons } from '@/lib/accounts/client/provider-buttons';
import { signInWith } from '@/lib/accounts/client/sign-in-with';
import ways from '@/lib/accounts/client/ways-in.module.css';
import type { Provider } from '@/lib/accounts/identities/provider';
import buttons from '@/lib/ui/button.module.css';
import { Field } from '@/lib/ui/form/field';
import { Form } from '@/lib/ui/form/form';
import { loadPage } from '@/lib/ui/load-page';
import styles from '@/lib/ui/narrow-page.module.css';

type Props = {
  /** A path of this site; the server has made sure of that. */
  returnPath: string;
  isGuest: boolean;
  isMailOn: boolean;
  providers: readonly Provider[];
};

export const SignInForms = ({ returnPath, isGuest, isMailOn, providers }: Props) => {
  const leave = () => loadPage(returnPath);
  const query = `?callbackUrl=${encodeURIComponent(returnPath)}`;
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
      {isMailOn && (
        <p className={ways.aside}>
          <Link href="/reset-password">Forgot your password?</Link>
        </p>
      )}
      {(isMailOn || providers.length > 0) && (
        <section className={styles.section}>
          <h2>Without a password</h2>
          <div className={ways.ways}>
            <ProviderButtons providers={providers} returnPath={returnPath} />
            {isMailOn && (
              <Link className={buttons.secondary} href={`/sign-in/link${query}`}>
                Get a link by mail
              </Link>
            )}
          </div>
        </section>
      )}
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
