/** What one may do besides learning; each may do all that those before it may. The order is that of the schema. */
export const roles = ['learner', 'mentor', 'moderator', 'admin'] as const;
export type Role = (typeof roles)[number];

type Held = { role: Role } | null;

const isAtLeast = (held: Held, least: Role) =>
  held !== null && roles.indexOf(held.role) >= roles.indexOf(least);

/** Looks after what people write: the queue, hiding, locking, merging, suspending. Nobody (null) may not. */
export const mayModerate = (viewer: Held): boolean => isAtLeast(viewer, 'moderator');

/** Gives out roles. */
export const mayAdminister = (viewer: Held): boolean => isAtLeast(viewer, 'admin');

const badges: Record<Role, string | null> = {
  learner: null,
  mentor: 'Mentor',
  moderator: 'Moderator',
  admin: 'Admin',
};

/** What stands beside a name; null for those who only learn. */
export const badgeOf = (role: Role): string | null => badges[role];
