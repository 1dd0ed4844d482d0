import 'server-only';
import { refusal, success, type Outcome } from '@/lib/outcome/outcome';
import { noteLimits, type Note } from './note';
import { keepRows } from './store';

/**
 * Keeps notes in a learner's account: one that was just written, or those that a browser kept before they signed in.
 * Repeating it changes nothing; of two states of a note the later stays. `kept` names those that fitted.
 */
export async function keepNotes(
  learner: string,
  notes: readonly Note[],
): Promise<Outcome<{ kept: string[] }, 'too-many-notes'>> {
  const kept = await keepRows(learner, notes);
  if (kept.length > 0) return success({ kept });
  return refusal(
    'too-many-notes',
    `A lesson holds ${noteLimits.perLesson} notes and an account ${noteLimits.perAccount}. Delete some that you no longer need, then try again.`,
  );
}
