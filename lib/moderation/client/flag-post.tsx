'use client';

import { useEffect, useRef, useState } from 'react';
import { send, textAt } from '@/lib/questions/client/send';
import thread from '@/lib/questions/ui/thread.module.css';
import { useRuns } from '@/lib/ui/use-runs';
import type { PostRef } from '../post';
import styles from '../ui/flag.module.css';
import { FlagForm, type OwnFlag } from './flag-form';

type Props = PostRef & {
  /** Where to sign in; null: someone is signed in. */
  signIn: string | null;
};

const readOwn = (value: unknown): OwnFlag => ({
  reason: textAt(value, 'reason'),
  words: textAt(value, 'words') ?? '',
  decided: textAt(value, 'decided'),
});

/** Reports a post to the moderators, in a dialog. It is filled with what the person reported before. */
export const FlagPost = ({ kind, id, signIn }: Props) => {
  const runs = useRuns();
  const [own, setOwn] = useState<OwnFlag | null>(null);
  const [said, setSaid] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (own && !dialog.current?.open) dialog.current?.showModal();
  }, [own]);

  const label = `Report this ${kind}`;
  if (signIn !== null)
    return (
      <a href={signIn} aria-label={`Sign in to report this ${kind}`}>
        Report
      </a>
    );
  const open = async () => {
    const answer = await send('GET', `/api/flags?kind=${kind}&id=${id}`);
    if (!answer.ok) return setSaid(answer.message);
    setSaid('');
    setOwn(readOwn(answer.value));
  };
  return (
    <>
      <button type="button" className={thread.tool} disabled={!runs} aria-label={label} onClick={open}>
        Report
      </button>
      <span role="status">{said}</span>
      {own && (
        <dialog ref={dialog} className={styles.dialog} aria-label={label} onClose={() => setOwn(null)}>
          <FlagForm
            post={{ kind, id }}
            own={own}
            onClose={() => dialog.current?.close()}
            onDone={() => {
              dialog.current?.close();
              setSaid(
                own.reason === null
                  ? 'Reported. A moderator reads it, and you are told what becomes of it.'
                  : 'Your report is changed.',
              );
            }}
          />
        </dialog>
      )}
    </>
  );
};
