import type { Viewer } from './viewer';

/** Whether somebody looks after what people write: moderators and admins. */
export const mayModerate = (viewer: Viewer) => viewer.role === 'moderator' || viewer.role === 'admin';
