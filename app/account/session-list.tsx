'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { OpenSession } from '@/lib/accounts/list-sessions';
import { sendJson } from '@/lib/http/send-json';
import buttons from '@/lib/ui/button.module.css';
import { MomentText } from '@/lib/ui/moment-text';
import { useRuns } from '@/lib/ui/use-runs';
import styles from './account.module.css';

/** Sessions, each with a button that ends it; the one that looks at the list is ended by signing out. */
export const SessionList = ({ sessions }: { sessions: readonly OpenSession[] }) => {
  const router = useRouter();
  const runs = useRuns();
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const status = useRef<HTMLParagraphElement>(null);

  const end = async (path: string, words: string) => {
    if (isBusy) return;
    setBusy(true);
    const sent = await sendJson('DELETE', path);
    setBusy(false);
    setSaid(sent.ok ? words : sent.message);
    // The button goes with its row.
    status.current?.focus();
    router.refresh();
  };
  return (
    <>
      <p ref={status} role="status" tabIndex={-1} className={styles.status}>
        {said}
      </p>
      <ul className={styles.sessions}>
        {sessions.map(({ id, client, signedInAt, lastSeenAt, isThis }) => (
          <li key={id}>
            <div>
              <p className={styles.client}>{client}</p>
              <p>
                Signed in <MomentText at={signedInAt} />,{' '}
                {isThis ? (
                  'this session'
                ) : (
                  <>
                    last seen <MomentText at={lastSeenAt} />
                  </>
                )}
              </p>
            </div>
            {!isThis && (
              <button
                type="button"
                className={buttons.secondary}
                aria-disabled={isBusy}
                disabled={!runs}
                onClick={() => end(`/api/accounts/sessions/${id}`, `The session of ${client} has ended.`)}
              >
                End<span className="visually-hidden"> the session of {client}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <button
          type="button"
          className={buttons.secondary}
          aria-disabled={isBusy}
          disabled={!runs}
          onClick={() => end('/api/accounts/sessions', 'All other sessions have ended.')}
        >
          End all others
        </button>
      )}
    </>
  );
};
