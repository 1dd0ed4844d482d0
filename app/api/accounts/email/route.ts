import { changeEmail } from '@/lib/accounts/links/change-email';
import { ChangeEmailForm } from '@/lib/accounts/links/forms';
import { mailsByViewer } from '@/lib/accounts/links/limits';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  {
    viewer: 'required',
    body: ChangeEmailForm,
    limit: { ...mailsByViewer, by: 'viewer' },
    errors: {
      'wrong-password': 422,
      'same-address': 422,
      'too-many-attempts': 429,
      'too-many-mails': 429,
      'mail-off': 404,
      guest: 403,
    },
  },
  ({ body, viewer }) => changeEmail(body, viewer),
);
