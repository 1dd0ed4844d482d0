import 'server-only';
import { notFound } from 'next/navigation';
import { findViewer } from './find-viewer';
import type { Viewer } from './viewer';

/**
 * For pages of a role: who is asking, if `may` says that they may. For everybody else, signed out or not, there is no such page.
 * `const viewer = await requireRole(mayModerate);`
 */
export const requireRole = async (may: (viewer: Viewer | null) => boolean): Promise<Viewer> => {
  const viewer = await findViewer();
  return viewer && may(viewer) ? viewer : notFound();
};
