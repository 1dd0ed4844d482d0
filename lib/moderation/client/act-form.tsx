import { useState } from 'react';
import { send } from '@/lib/questions/client/send';
import { useSubmission } from '@/lib/questions/client/use-submission';
import { actButtons, type ButtonAct } from '../act-buttons';
import { wordsToAuthor, wordsToReporter } from '../acts';
import type { PostRef } from '../post';
import { ReasonForm } from './reason-form';

/** The case that is decided on, as far as the forms need it. */
export type Subject = PostRef & {
  question: { id: number; title: string };
  /** The question that it was merged into. */
  mergedInto: string | null;
  /** The last report that is on the screen; 0: there is none. */
  seen: number;
  /** What may be said to the author, to begin with. */
  suggestion: string;
  /** The same when the author is suspended. */
  suspensionSuggestion: string;
  author: { id: string; name: string } | null;
};

type Props = {
  subject: Subject;
  act: Exclude<ButtonAct, 'merge' | 'suspend'>;
  onClose: () => void;
  onDone: () => void;
};

const submit = ({ kind, id, question, seen }: Subject, act: Props['act'], reason: string) => {
  if (act === 'lock' || act === 'unlock')
    return send('PUT', `/api/moderation/questions/${question.id}/locked`, {
      isLocked: act === 'lock',
      reason,
    });
  if (act === 'unmerge') return send('PUT', `/api/moderation/questions/${id}/merged`, { into: null, reason });
  const form = { act, kind, id, reason };
  const needsSeen = act === 'dismiss' || act === 'uphold';
  return send('POST', '/api/moderation/decisions', needsSeen ? { ...form, seen } : form);
};

const isAboutPost = (act: Props['act']) => act === 'hide' || act === 'refuse';

/** Asks for the reason of a decision, shows who will read what, and carries it out. */
export const ActForm = ({ subject, act, onClose, onDone }: Props) => {
  const [reason, setReason] = useState(isAboutPost(act) ? subject.suggestion : '');
  const submission = useSubmission(() => submit(subject, act, reason.trim()), onDone);
  const { kind, author, seen } = subject;
  const about = act === 'lock' || act === 'unlock' ? 'question' : kind;
  const toAuthor = wordsToAuthor(act, about, reason.trim(), subject.mergedInto ?? '');
  const tellsReporters =
    seen > 0 && act !== 'restore' && act !== 'approve' && act !== 'lock' && act !== 'unlock';
  return (
    <ReasonForm
      {...submission}
      name={`${kind}-${subject.id}`}
      asks={actButtons[act].asks}
      isNeeded={actButtons[act].needsReason}
      reason={reason}
      onReason={setReason}
      action={actButtons[act].label}
      onClose={onClose}
      told={[
        ...(toAuthor && author ? [['The author reads', toAuthor] as const] : []),
        ...(tellsReporters
          ? [['Those who reported it read', wordsToReporter(act, kind, reason.trim())] as const]
          : []),
        ...(act === 'lock'
          ? [['The thread says', `A moderator locked this thread: ${reason.trim()}`] as const]
          : []),
      ]}
    />
  );
};
