import type { Role } from './roles';

/** Who is asking. `id` is the learner's id in tickets, too. */
export type Viewer = {
  id: string;
  name: string;
  isGuest: boolean;
  email: string | null;
  role: Role;
  /** The session that asks. */
  sessionId: string;
};
