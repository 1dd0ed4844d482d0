import 'server-only';
import { mayModerate } from '@/lib/accounts/roles';
import type { Viewer } from '@/lib/accounts/viewer';
import { success } from '@/lib/outcome/outcome';
import { decideRow } from './decisions/store';
import type { DecisionForm } from './forms';
import { doneBefore, refusals } from './refusals';

/** Decides on a post that was reported, held or hidden. Those concerned are told. */
export const decideCase = async (moderator: Viewer, form: DecisionForm) => {
  if (!mayModerate(moderator)) return refusals.notModerator;
  const result = await decideRow(moderator, form);
  if (result === 'done') return success({ act: form.act });
  if (result === 'missing') return refusals.missing;
  return result === 'own' ? refusals.ownCase : doneBefore(result.late);
};
