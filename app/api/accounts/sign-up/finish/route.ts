import { FinishSignUpForm } from '@/lib/accounts/links/forms';
import { usesByAddress } from '@/lib/accounts/links/limits';
import { finishSignUp } from '@/lib/accounts/links/use/finish-sign-up';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  {
    viewer: 'none',
    body: FinishSignUpForm,
    limit: { ...usesByAddress, by: 'address' },
    errors: { 'weak-password': 422, 'link-gone': 410 },
  },
  ({ body }) => finishSignUp(body),
);
