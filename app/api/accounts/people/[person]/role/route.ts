import { RoleForm } from '@/lib/accounts/forms';
import { roleByViewer } from '@/lib/accounts/limits';
import { setRole } from '@/lib/accounts/set-role';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  {
    viewer: 'required',
    body: RoleForm,
    limit: { ...roleByViewer, by: 'viewer' },
    errors: { 'not-admin': 403, 'own-role': 403, missing: 404, guest: 409 },
  },
  ({ body, params, viewer }) => setRole(viewer, params.person ?? '', body.role),
);
