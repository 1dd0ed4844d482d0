import type { Viewer } from '@/lib/accounts/viewer';

/** Who decides. */
export type Moderator = Pick<Viewer, 'id' | 'role'>;
