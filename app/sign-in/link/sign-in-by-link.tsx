'use client';

import { signInWith } from '@/lib/accounts/client/sign-in-with';
import { Form } from '@/lib/ui/form/form';
import { loadPage } from '@/lib/ui/load-page';

/** The button behind a mailed link: only pressing it uses the link. */
export const SignInByLink = ({ token, returnPath }: { token: string; returnPath: string }) => (
  <Form
    submit={() => signInWith('link', { token })}
    onDone={() => loadPage(returnPath)}
    action="Sign in"
    busy="Signing in…"
  />
);
