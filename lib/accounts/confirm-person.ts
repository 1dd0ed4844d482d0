import 'server-only';
import { refusal, success } from '@/lib/outcome/outcome';
import { verifyPassword } from './passwords';
import { findPasswordHash } from './store';
import type { Viewer } from './viewer';

/** How somebody who is signed in proves that they mean what cannot be undone: accounts without a password type their name. */
export const confirmationOf = async (viewer: Viewer): Promise<'password' | 'name'> =>
  (await findPasswordHash(viewer.id)) === null ? 'name' : 'password';

const plain = (text: string) => text.normalize('NFC').trim();

/** Whether what was typed is the viewer's password or, without one, their name. */
export const confirmPerson = async (viewer: Viewer, typed: string) => {
  const hash = await findPasswordHash(viewer.id);
  if (hash !== null)
    return (await verifyPassword(hash, typed))
      ? success(undefined)
      : refusal('not-confirmed', 'The password is not right.');
  return plain(typed) === plain(viewer.name)
    ? success(undefined)
    : refusal('not-confirmed', `Type your name as it stands here: ${viewer.name}`);
};
