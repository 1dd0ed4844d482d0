'use client';

import { useEffect, useRef, useState } from 'react';
import { sendForm } from '@/lib/accounts/client/sign-in-with';
import ways from '@/lib/accounts/client/ways-in.module.css';
import { Field } from '@/lib/ui/form/field';
import { Form } from '@/lib/ui/form/form';

/** Takes the place of a form that is done, and the focus with it. */
const Done = ({ children }: { children: string }) => {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <p ref={words} role="status" tabIndex={-1} className={ways.told}>
      {children}
    </p>
  );
};

/** Sends the link that confirms the address. */
export const SendConfirmation = ({ email }: { email: string }) => {
  const [isSent, setSent] = useState(false);
  if (isSent)
    return <Done>{`A mail to ${email} is on its way. Open its link in this browser, within 24 hours.`}</Done>;
  return (
    <Form
      submit={() => sendForm('/api/accounts/email/confirmation', {})}
      onDone={() => setSent(true)}
      action="Send me the link"
      busy="Sending…"
      kind="secondary"
    />
  );
};

type ChangeProps = { hasEmail: boolean; hasPassword: boolean };

/** Asks for another address. It is the account's once the link that goes there is used. */
export const ChangeEmail = ({ hasEmail, hasPassword }: ChangeProps) => {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const typed = useRef('');
  if (sentTo !== null) {
    return (
      <Done>
        {`A mail to ${sentTo} is on its way. Open its link in this browser, within 24 hours; until then nothing changes.`}
      </Done>
    );
  }
  return (
    <details className={ways.change}>
      <summary>{hasEmail ? 'Use another address' : 'Add an address'}</summary>
      <Form
        submit={({ email = '', emailPassword = '' }) => {
          typed.current = email.trim();
          const fields = { email, password: emailPassword };
          return sendForm('/api/accounts/email', fields, {
            'wrong-password': 'emailPassword',
            'same-address': 'email',
            'too-many-mails': 'email',
          });
        }}
        onDone={() => setSentTo(typed.current)}
        action="Send a link there"
        busy="Sending…"
        kind="secondary"
      >
        {(problemOf) => (
          <>
            <Field
              label="New address"
              name="email"
              type="email"
              autoComplete="email"
              problem={problemOf('email')}
            />
            {hasPassword && (
              <Field
                label="Your password"
                name="emailPassword"
                type="password"
                autoComplete="current-password"
                problem={problemOf('emailPassword')}
              />
            )}
          </>
        )}
      </Form>
    </details>
  );
};
