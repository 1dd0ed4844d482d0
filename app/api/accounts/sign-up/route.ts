import { SignUpForm } from '@/lib/accounts/forms';
import { signUpByAddress } from '@/lib/accounts/limits';
import { signUp } from '@/lib/accounts/sign-up';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  {
    viewer: 'optional',
    body: SignUpForm,
    limit: { ...signUpByAddress, by: 'address' },
    errors: { 'weak-password': 422, 'not-created': 409 },
  },
  ({ body, viewer }) => signUp(body, viewer),
);
