import { randomUUID } from 'node:crypto';
import { askForWayIn } from '@/lib/accounts/links/ask-for-way-in';
import { signInByLink } from '@/lib/accounts/links/use/sign-in-by-link';
import type { Viewer } from '@/lib/accounts/viewer';

export const asks = ['signUp', 'signIn', 'reset'] as const;

/** What a visitor does who asks for a link, from a guest's browser or from nobody's. */
export const askFor = (ask: (typeof asks)[number], email: string, viewer: Viewer | null = null) =>
  askForWayIn({ ask, email, returnPath: '/labs' }, viewer);

export const signIn = (token: string) => signInByLink({ token }, randomUUID());
