import { FirstPasswordForm, setFirstPassword } from '@/lib/accounts/identities/set-first-password';
import { passwordByViewer } from '@/lib/accounts/limits';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  {
    viewer: 'required',
    body: FirstPasswordForm,
    limit: { ...passwordByViewer, by: 'viewer' },
    errors: { 'weak-password': 422 },
  },
  ({ body, viewer }) => setFirstPassword(body.password, viewer),
);
