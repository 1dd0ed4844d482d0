import 'server-only';
import { success } from '@/lib/outcome/outcome';
import type { ProfileForm } from './forms';
import { updateProfile } from './store';
import type { Viewer } from './viewer';

/** Sets the name that stands beside one's posts and what one's page says. The last of two that race stands. */
export const editProfile = async (form: ProfileForm, viewer: Viewer) => {
  await updateProfile(viewer.id, form);
  return success(undefined);
};
