'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import styles from '../ui/thread.module.css';
import { EditForm, type Source } from './edit-form';
import { numberAt, send, textAt } from './send';
import { useRuns } from '@/lib/ui/use-runs';

type Props = {
  kind: 'question' | 'answer';
  id: number;
  isDeleted: boolean;
  canDelete: boolean;
  canEdit: boolean;
};

/** What an author can do with a post of their own: edit it, delete it, bring it back. */
export const PostTools = ({ kind, id, isDeleted, canDelete, canEdit }: Props) => {
  const router = useRouter();
  const runs = useRuns();
  const [source, setSource] = useState<Source | null>(null);
  const [said, setSaid] = useState('');
  const path = `/api/${kind}s/${id}`;

  const readSource = async (): Promise<Source | null> => {
    const answer = await send('GET', `${path}/source`);
    if (!answer.ok) {
      setSaid(answer.message);
      return null;
    }
    const { value } = answer;
    return {
      title: textAt(value, 'title'),
      body: textAt(value, 'body') ?? '',
      version: numberAt(value, 'version') ?? 1,
    };
  };
  const setDeleted = async () => {
    const answer = await send('PUT', `${path}/deleted`, { isDeleted: !isDeleted });
    setSaid(
      answer.ok
        ? isDeleted
          ? 'It is back.'
          : 'Deleted. Only you see it, and can restore it.'
        : answer.message,
    );
    router.refresh();
  };
  if (source)
    return (
      <EditForm
        kind={kind}
        id={id}
        source={source}
        readSource={readSource}
        onClose={(words) => {
          setSource(null);
          setSaid(words);
          router.refresh();
        }}
      />
    );
  return (
    <>
      {!isDeleted && canEdit && (
        <button
          type="button"
          className={styles.tool}
          disabled={!runs}
          onClick={async () => setSource(await readSource())}
        >
          Edit
        </button>
      )}
      {(canDelete || isDeleted) && (
        <button type="button" className={styles.tool} disabled={!runs} onClick={setDeleted}>
          {isDeleted ? 'Restore' : 'Delete'}
        </button>
      )}
      <span role="status">{said}</span>
    </>
  );
};
