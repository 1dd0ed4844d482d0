import 'server-only';
import { success } from '@/lib/outcome/outcome';
import { findSourceRow } from './read/store';
import { refusals } from './refusals';

/** One's own post as it was typed, with the version that an edit must name. */
export const findSource = async (viewerId: string, kind: 'question' | 'answer', id: number) => {
  const source = await findSourceRow(kind, id, viewerId);
  return source ? success(source) : refusals.missing;
};
