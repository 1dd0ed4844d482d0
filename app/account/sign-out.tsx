'use client';

import { sendForm } from '@/lib/accounts/client/sign-in-with';
import { signOut } from '@/lib/accounts/client/sign-out';
import { Form } from '@/lib/ui/form/form';
import { loadPage } from '@/lib/ui/load-page';
import styles from '@/lib/ui/narrow-page.module.css';

/** Ends this session, or all of them. */
export const SignOut = () => (
  <div className={styles.row}>
    <Form
      submit={signOut}
      onDone={() => loadPage('/')}
      action="Sign out"
      busy="Signing out…"
      kind="secondary"
    />
    <Form
      submit={async () => {
        const ended = await sendForm('/api/accounts/sign-out-everywhere', {});
        return ended.ok ? signOut() : ended;
      }}
      onDone={() => loadPage('/')}
      action="Sign out everywhere"
      busy="Signing out…"
      kind="secondary"
    />
  </div>
);
