'use client';

import { useState } from 'react';
import type { DigestForm } from '@/lib/notifications/forms';
import { send } from '@/lib/questions/client/send';
import { useSubmission } from '@/lib/questions/client/use-submission';
import buttons from '@/lib/ui/button.module.css';
import { useRuns } from '@/lib/ui/use-runs';
import styles from './digest-choice.module.css';

type Digest = DigestForm['digest'];

const choices: readonly [Digest, string][] = [
  ['daily', 'At most once a day'],
  ['weekly', 'At most once a week'],
  ['off', 'Never'],
];

/** How often unread notifications come by mail. */
export const DigestChoice = ({ digest }: { digest: Digest }) => {
  const runs = useRuns();
  const [chosen, setChosen] = useState(digest);
  const [isSaved, setSaved] = useState(false);
  const { problem, isBusy, alert, form } = useSubmission(
    () => send('POST', '/api/notifications/digest', { digest: chosen }),
    () => setSaved(true),
  );
  return (
    <form className={styles.form} method="post" {...form}>
      <p ref={alert} role="alert" tabIndex={-1} className={styles.said}>
        {problem?.message}
      </p>
      <fieldset className={styles.choices}>
        <legend>Mail me what I have not read on the site</legend>
        {choices.map(([value, words]) => (
          <label key={value}>
            <input
              type="radio"
              name="digest"
              value={value}
              checked={value === chosen}
              onChange={() => {
                setChosen(value);
                setSaved(false);
              }}
            />
            {words}
          </label>
        ))}
      </fieldset>
      <div className={styles.row}>
        <button type="submit" className={buttons.secondary} aria-disabled={isBusy} disabled={!runs}>
          {isBusy ? 'Saving…' : 'Save'}
        </button>
        <span role="status" className={styles.said}>
          {isSaved && 'Saved.'}
        </span>
      </div>
    </form>
  );
};
