'use client';

import { signInWith } from '@/lib/accounts/client/sign-in-with';
import { Form } from '@/lib/ui/form/form';

/** Makes a guest of the visitor and comes back to the lab. */
export const GuestDoor = ({ path }: { path: string }) => (
  <Form
    submit={() => signInWith('guest', {})}
    onDone={() => location.assign(path)}
    action="Continue as guest"
    busy="Starting…"
  />
);
