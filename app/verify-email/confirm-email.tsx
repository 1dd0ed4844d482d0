'use client';

import { sendForm } from '@/lib/accounts/client/sign-in-with';
import { Form } from '@/lib/ui/form/form';
import { loadPage } from '@/lib/ui/load-page';

/** The button behind a mailed link: only pressing it uses the link. */
export const ConfirmEmail = ({ token, action }: { token: string; action: string }) => (
  <Form
    submit={() => sendForm('/api/accounts/email/confirmed', { token })}
    onDone={() => loadPage('/account?changed=email')}
    action={action}
    busy="Confirming…"
  />
);
