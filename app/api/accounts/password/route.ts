import { changePassword } from '@/lib/accounts/change-password';
import { ChangePasswordForm } from '@/lib/accounts/forms';
import { passwordByViewer } from '@/lib/accounts/limits';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  {
    viewer: 'required',
    body: ChangePasswordForm,
    limit: { ...passwordByViewer, by: 'viewer' },
    errors: { 'wrong-password': 422, 'weak-password': 422 },
  },
  ({ body, viewer }) => changePassword(body, viewer),
);
