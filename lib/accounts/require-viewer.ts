import 'server-only';
import { redirect } from 'next/navigation';
import { findViewer } from './find-viewer';
import type { Viewer } from './viewer';

/** For pages: who is asking. Nobody is sent to the sign-in page, and comes back to `returnPath` from there. */
export const requireViewer = async (returnPath: string): Promise<Viewer> =>
  (await findViewer()) ?? redirect(`/sign-in?callbackUrl=${encodeURIComponent(returnPath)}`);
