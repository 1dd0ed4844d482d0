import { useState } from 'react';
import { suspensionWords } from '@/lib/accounts/suspension';
import { send } from '@/lib/questions/client/send';
import { useSubmission } from '@/lib/questions/client/use-submission';
import forms from '@/lib/questions/ui/form.module.css';
import { actButtons } from '../act-buttons';
import { suspensionDays, type SuspensionLength } from '../suspension-days';
import styles from '../ui/case.module.css';
import { ReasonForm } from './reason-form';

type Props = {
  person: { id: string; name: string };
  /** What may be said, to begin with. */
  suggestion: string;
  onClose: () => void;
  onDone: () => void;
};

const lengths: readonly [SuspensionLength, string][] = [
  ['day', 'a day'],
  ['week', 'a week'],
  ['month', '30 days'],
  ['open', 'until it is lifted'],
];

const dayMs = 24 * 60 * 60 * 1000;

/** Suspends an account for a time, and hides what it posted in the last day when that is wanted. */
export const SuspendForm = ({ person, suggestion, onClose, onDone }: Props) => {
  const [length, setLength] = useState<SuspensionLength>('week');
  const [hidesPosts, setHidesPosts] = useState(false);
  const [reason, setReason] = useState(suggestion);
  const [now] = useState(() => Date.now());
  const submission = useSubmission(
    () =>
      send('PUT', `/api/moderation/people/${person.id}/suspension`, {
        isSuspended: true,
        length,
        reason: reason.trim(),
        hidesPosts,
        seen: null,
      }),
    onDone,
  );
  const days = suspensionDays[length];
  const until = days === null ? null : new Date(now + days * dayMs);
  return (
    <ReasonForm
      {...submission}
      name={`suspend-${person.id}`}
      asks={actButtons.suspend.asks}
      isNeeded
      reason={reason}
      onReason={setReason}
      action={`Suspend ${person.name}`}
      onClose={onClose}
      told={[[`${person.name} reads when signing in`, suspensionWords(reason.trim(), until)]]}
    >
      <fieldset className={styles.lengths}>
        <legend className={forms.legend}>For how long?</legend>
        {lengths.map(([value, words], at) => (
          <label key={value}>
            <input
              type="radio"
              name="length"
              checked={length === value}
              ref={(field) => {
                if (at === 1 && field && !field.dataset.shown) field.focus();
                if (field) field.dataset.shown = '';
              }}
              onChange={() => setLength(value)}
            />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <label className={styles.check}>
        <input type="checkbox" checked={hidesPosts} onChange={() => setHidesPosts(!hidesPosts)} />
        <span>
          Hide everything that they posted in the last 24 hours{' '}
          <span className={forms.hint}>can be undone as a whole, in the audit trail</span>
        </span>
      </label>
    </ReasonForm>
  );
};
