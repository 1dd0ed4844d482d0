'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useState } from 'react';
import { send } from '@/lib/questions/client/send';
import { useSubmission } from '@/lib/questions/client/use-submission';
import buttons from '@/lib/ui/button.module.css';
import { useRuns } from '@/lib/ui/use-runs';
import { ReasonForm } from './reason-form';
import { SuspendForm } from './suspend-form';

type Props = { person: { id: string; name: string }; isSuspended: boolean };

const LiftForm = ({
  person,
  onClose,
  onDone,
}: Omit<Props, 'isSuspended'> & { onClose: () => void; onDone: () => void }) => {
  const [reason, setReason] = useState('');
  const submission = useSubmission(
    () =>
      send('PUT', `/api/moderation/people/${person.id}/suspension`, {
        isSuspended: false,
        reason: reason.trim(),
      }),
    onDone,
  );
  return (
    <ReasonForm
      {...submission}
      name="lift"
      asks="A word for the audit trail, if you like"
      isNeeded={false}
      reason={reason}
      onReason={setReason}
      action="Lift the suspension"
      told={[]}
      onClose={onClose}
    />
  );
};

/** Suspends an account, or lifts its suspension. */
export const PersonActs = ({ person, isSuspended }: Props) => {
  const router = useRouter();
  const runs = useRuns();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  // In one step: the button must not offer once more what was just done.
  const finish = () =>
    startTransition(() => {
      router.refresh();
      close();
    });
  if (!isOpen)
    return (
      <button type="button" className={buttons.secondary} disabled={!runs} onClick={() => setOpen(true)}>
        {isSuspended ? 'Lift the suspension' : 'Suspend the account'}
      </button>
    );
  return isSuspended ? (
    <LiftForm person={person} onClose={close} onDone={finish} />
  ) : (
    <SuspendForm person={person} suggestion="" onClose={close} onDone={finish} />
  );
};
