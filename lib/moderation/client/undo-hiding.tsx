'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { send } from '@/lib/questions/client/send';
import { useSubmission } from '@/lib/questions/client/use-submission';
import thread from '@/lib/questions/ui/thread.module.css';
import { useRuns } from '@/lib/ui/use-runs';
import { ReasonForm } from './reason-form';

type Props = { entry: number; posts: number };

/** Shows again what was hidden together with a suspension, as a whole. */
export const UndoHiding = ({ entry, posts }: Props) => {
  const router = useRouter();
  const runs = useRuns();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [isRefreshing, startRefresh] = useTransition();
  const close = () => setOpen(false);
  const submission = useSubmission(
    () => send('PUT', `/api/moderation/acts/${entry}/undone`, { reason: reason.trim() }),
    // The form stays until the line says what was done: its button must not offer it again.
    () =>
      startRefresh(() => {
        router.refresh();
        close();
      }),
  );
  const action = posts === 1 ? 'Show the post again' : `Show the ${posts} posts again`;
  if (!isOpen)
    return (
      <button type="button" className={thread.tool} disabled={!runs} onClick={() => setOpen(true)}>
        {action}
      </button>
    );
  return (
    <ReasonForm
      {...submission}
      isBusy={submission.isBusy || isRefreshing}
      name={`undo-${entry}`}
      asks="A word for the audit trail, if you like"
      isNeeded={false}
      reason={reason}
      onReason={setReason}
      action={action}
      told={[]}
      onClose={close}
    />
  );
};
