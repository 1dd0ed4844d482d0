import { endSessions } from '@/lib/accounts/end-sessions';
import { handle } from '@/lib/http/handle';
import { success } from '@/lib/outcome/outcome';

export const POST = handle({ viewer: 'required' }, async ({ viewer }) =>
  success(await endSessions(viewer.id)),
);
