import 'server-only';
import { mayModerate } from '@/lib/accounts/roles';
import type { Viewer } from '@/lib/accounts/viewer';
import { success } from '@/lib/outcome/outcome';
import type { UndoForm } from './forms';
import { doneBefore, refusals } from './refusals';
import { unhideRow } from './suspension/store';

/** Shows again what was hidden together with a suspension, as a whole; `entry` is that suspension in the audit trail. */
export const unhidePosts = async (moderator: Viewer, entry: number, { reason }: UndoForm) => {
  if (!mayModerate(moderator)) return refusals.notModerator;
  const result = await unhideRow(moderator, entry, reason);
  if (result === 'missing') return refusals.missing;
  return 'late' in result ? doneBefore(result.late) : success(result);
};
