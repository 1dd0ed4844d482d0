import 'server-only';
import { LinkToken, type FoundLink, type LinkPurpose } from './link';
import { findLinkRow } from './store';
import { digestOf } from './token';

/** What a link of these purposes is worth, without using it. Null: nothing, or no more than a wrong one. */
export const findLink = async (
  token: unknown,
  purposes: readonly LinkPurpose[],
): Promise<FoundLink | null> => {
  const parsed = LinkToken.safeParse(token);
  const link = parsed.success ? await findLinkRow(digestOf(parsed.data)) : null;
  return link && purposes.includes(link.purpose) ? link : null;
};
