'use client';

import { useEffect, useRef, useState } from 'react';
import { Field } from '@/lib/ui/form/field';
import { Form } from '@/lib/ui/form/form';
import { sendForm } from './sign-in-with';
import styles from './ways-in.module.css';

type Props = {
  ask: 'signUp' | 'signIn' | 'reset';
  returnPath: string;
  action: string;
  /** What is said once the mail is on its way, besides where it goes. */
  then: string;
};

const Sent = ({ email, then, again }: { email: string; then: string; again: () => void }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.sent}>
      <h2 ref={heading} tabIndex={-1}>
        Look into your mail
      </h2>
      <p>
        A mail to <strong>{email}</strong> is on its way. {then}
      </p>
      <p>
        Nothing there after a few minutes? Look into the spam folder, or{' '}
        <button type="button" className={styles.quiet} onClick={again}>
          ask again
        </button>
        .
      </p>
    </section>
  );
};

/** Asks for an address and has a link mailed to it. What is shown then is the same for every address. */
export const AskByMail = ({ ask, returnPath, action, then }: Props) => {
  const [{ email, isSent }, setState] = useState({ email: '', isSent: false });
  const typed = useRef('');
  const send = (fields: Record<string, string>) => {
    typed.current = fields.email ?? '';
    const form = { ask, email: typed.current, returnPath };
    return sendForm('/api/accounts/links', form, { 'too-many-mails': 'email' });
  };
  if (isSent) return <Sent email={email} then={then} again={() => setState({ email, isSent: false })} />;
  return (
    <Form
      submit={send}
      onDone={() => setState({ email: typed.current.trim(), isSent: true })}
      action={action}
      busy="Sending…"
    >
      {(problemOf) => (
        <Field
          label="Email"
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={email}
          problem={problemOf('email')}
        />
      )}
    </Form>
  );
};
