import { ResetPasswordForm } from '@/lib/accounts/links/forms';
import { usesByAddress } from '@/lib/accounts/links/limits';
import { resetPassword } from '@/lib/accounts/links/use/reset-password';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  {
    viewer: 'none',
    body: ResetPasswordForm,
    limit: { ...usesByAddress, by: 'address' },
    errors: { 'weak-password': 422, 'link-gone': 410 },
  },
  ({ body }) => resetPassword(body),
);
