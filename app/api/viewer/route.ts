import { handle } from '@/lib/http/handle';
import { success } from '@/lib/outcome/outcome';

/** `{viewer: null}` or what the header shows. Static pages ask this after they are readable. */
export const GET = handle({ viewer: 'optional' }, async ({ viewer }) =>
  success({ viewer: viewer && { id: viewer.id, name: viewer.name, isGuest: viewer.isGuest } }),
);
