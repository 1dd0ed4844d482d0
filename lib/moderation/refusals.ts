import { refusal } from '@/lib/outcome/outcome';
import { actInWords, isAct } from './acts';

export const refusals = {
  missing: refusal('missing', 'It is not here any more. Load the page again.'),
  notModerator: refusal('not-moderator', 'Only moderators can do this.'),
  ownCase: refusal('own-case', 'You wrote this yourself. Leave the decision to another moderator.'),
  ownPost: refusal('own-post', 'These are your own words. Edit or delete them instead.'),
  notShown: refusal('not-shown', 'It is not shown any more, so there is nothing left to report.'),
  sameQuestion: refusal('same-question', 'A question cannot be merged into itself.'),
  notMergeable: refusal(
    'not-mergeable',
    'One of the two questions is deleted or hidden. Show it again first.',
  ),
  circle: refusal('circle', 'The other question was merged into this one. Take it out again first.'),
  authorDeleted: refusal('author-deleted', 'Its author deleted it, so it cannot stand alone again.'),
  notAllowed: refusal('not-allowed', 'Moderators cannot suspend moderators or admins. Ask an admin.'),
  yourself: refusal('yourself', 'You cannot suspend yourself.'),
} as const;

export const statusOfRefusal: Record<string, number> = {
  missing: 404,
  'not-moderator': 403,
  'own-case': 403,
  'own-post': 403,
  'not-allowed': 403,
  yourself: 403,
  'not-shown': 410,
  'too-many-requests': 429,
};

/** What somebody did a moment before. */
export type LastAct = { action: string; actor: string | null; reason: string };

/** The second of two moderators is told what the first did. */
export const doneBefore = (last: LastAct | null) => {
  if (!last || !isAct(last.action))
    return refusal('done-before', 'Nothing is left to decide here. Load the page again.');
  const because = last.reason === '' ? '' : ` and wrote: “${last.reason}”`;
  return refusal(
    'done-before',
    `${last.actor ?? 'Somebody'} ${actInWords[last.action]} in the meantime${because}. Your decision was not carried out.`,
  );
};
