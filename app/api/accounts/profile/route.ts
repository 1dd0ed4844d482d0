import { editProfile } from '@/lib/accounts/edit-profile';
import { ProfileForm } from '@/lib/accounts/forms';
import { profileByViewer } from '@/lib/accounts/limits';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  { viewer: 'required', body: ProfileForm, limit: { ...profileByViewer, by: 'viewer' } },
  ({ body, viewer }) => editProfile(body, viewer),
);
