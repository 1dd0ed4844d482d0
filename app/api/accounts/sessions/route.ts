import { endOtherSessions } from '@/lib/accounts/end-sessions';
import { sessionsByViewer } from '@/lib/accounts/limits';
import { handle } from '@/lib/http/handle';

/** Signs out everywhere else. */
export const DELETE = handle(
  { viewer: 'required', limit: { ...sessionsByViewer, by: 'viewer' } },
  ({ viewer }) => endOtherSessions(viewer),
);
