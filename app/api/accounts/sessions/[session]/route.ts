import { endOwnSession } from '@/lib/accounts/end-sessions';
import { sessionsByViewer } from '@/lib/accounts/limits';
import { handle } from '@/lib/http/handle';

export const DELETE = handle(
  { viewer: 'required', limit: { ...sessionsByViewer, by: 'viewer' }, errors: { missing: 404 } },
  ({ viewer, params }) => endOwnSession(viewer, params.session ?? ''),
);
