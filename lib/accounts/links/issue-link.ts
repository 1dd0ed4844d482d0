import 'server-only';
import { publicAddress } from '@/lib/config/public-address';
import { linkPaths, type LinkPurpose } from './link';
import { replaceLink } from './store';
import { digestOf, newToken } from './token';

type Wanted = { purpose: LinkPurpose; email: string; userId: string | null; returnPath?: string };

/** Makes a link, for a mail to `email`. Older ones for the same stop working. @returns its address */
export const issueLink = async (
  path: keyof typeof linkPaths,
  { returnPath = '/', ...wanted }: Wanted,
): Promise<string> => {
  const token = newToken();
  await replaceLink({ ...wanted, returnPath, digest: digestOf(token) });
  return `${publicAddress()}${linkPaths[path]}?token=${token}`;
};
