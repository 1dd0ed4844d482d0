import 'server-only';
import { success } from '@/lib/outcome/outcome';
import type { EditAnswerForm, EditQuestionForm } from './forms';
import { judgeWords, wholeText } from './judge-words';
import { findSourceRow } from './read/store';
import { refusals } from './refusals';
import { findOwnRuns } from './runs/place-runs';
import { editRow, type Kind } from './store';
import { takeTurn, type Actor } from './take-turn';

const editPost = async (
  actor: Actor,
  kind: Kind,
  id: number,
  change: { title: string | null; body: string; version: number },
) => {
  const turn = await takeTurn('edit', actor);
  if (!turn.ok) return turn;
  const before = await findSourceRow(kind, id, actor.viewer.id);
  const edit = before && { post: { kind, id }, before: wholeText(before.title, before.body) };
  const held = edit && (await judgeWords(actor.viewer, wholeText(change.title, change.body), edit));
  const runs = await findOwnRuns(actor.viewer.id, change.body);
  const result = await editRow(kind, actor.viewer.id, id, change, { held, runs });
  if (typeof result !== 'string') {
    const { version, held: because } = result;
    return success({ version, ...(because !== null && { held: because }) });
  }
  return result === 'not-yours' ? refusals.notYours : refusals[result];
};

/** Changes one's own question if nobody changed it since `form.version`; else says so and changes nothing. */
export const editQuestion = (actor: Actor, id: number, form: EditQuestionForm) =>
  editPost(actor, 'question', id, form);

export const editAnswer = (actor: Actor, id: number, form: EditAnswerForm) =>
  editPost(actor, 'answer', id, { ...form, title: null });
