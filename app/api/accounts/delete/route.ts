import { deletionByViewer } from '@/lib/accounts/limits';
import { handle } from '@/lib/http/handle';
import { deleteAccount } from '@/lib/personal-data/delete-account';
import { DeleteAccountForm } from '@/lib/personal-data/deletion/delete-account-form';

export const POST = handle(
  {
    viewer: 'required',
    body: DeleteAccountForm,
    limit: { ...deletionByViewer, by: 'viewer' },
    errors: { 'not-confirmed': 422, 'last-admin': 409 },
  },
  ({ body, viewer }) => deleteAccount(body, viewer),
);
