import { askForWayIn } from '@/lib/accounts/links/ask-for-way-in';
import { WayInForm } from '@/lib/accounts/links/forms';
import { mailsByAddress } from '@/lib/accounts/links/limits';
import { handle } from '@/lib/http/handle';

/** Mails a link. The answer is the same for every address, whether it has an account or not. */
export const POST = handle(
  {
    viewer: 'optional',
    body: WayInForm,
    limit: { ...mailsByAddress, by: 'address' },
    errors: { 'too-many-mails': 429, 'mail-off': 404 },
  },
  ({ body, viewer }) => askForWayIn(body, viewer),
);
