import { ConfirmEmailForm } from '@/lib/accounts/links/forms';
import { usesByAddress } from '@/lib/accounts/links/limits';
import { confirmEmail } from '@/lib/accounts/links/use/confirm-email';
import { handle } from '@/lib/http/handle';

/** Uses the link by which an address is confirmed. */
export const POST = handle(
  {
    viewer: 'required',
    body: ConfirmEmailForm,
    limit: { ...usesByAddress, by: 'address' },
    errors: { 'link-gone': 410, 'another-account': 403 },
  },
  ({ body, viewer }) => confirmEmail(body.token, viewer),
);
