'use client';

import type { RefObject } from 'react';
import buttons from '@/lib/ui/button.module.css';
import styles from '../../ui/live-note.module.css';

export type Note =
  | { kind: 'waiting'; words: string }
  /** `href`: where it is when it is out of sight. */
  | { kind: 'arrived'; words: string; href: string | null }
  | { kind: 'gone' };

type Props = {
  note: Note | null;
  region: RefObject<HTMLDivElement | null>;
  isBusy: boolean;
  onShow: () => void;
  onClose: () => void;
};

const goneWords = 'This question was taken away. What you typed is still here; reload to see why.';

/** What an open thread has to say about itself, in a corner, politely. What is in sight anyway is only spoken. */
export const LiveNote = ({ note, region, isBusy, onShow, onClose }: Props) => {
  const isSeen = note !== null && (note.kind !== 'arrived' || note.href !== null);
  return (
    <div ref={region} tabIndex={-1} className={isSeen ? styles.note : styles.quiet}>
      <p role="status" className={isSeen ? undefined : 'visually-hidden'}>
        {note && (note.kind === 'gone' ? goneWords : note.words)}
      </p>
      {note?.kind === 'waiting' && (
        <button
          type="button"
          className={buttons.primary}
          aria-disabled={isBusy}
          onClick={isBusy ? undefined : onShow}
        >
          Show
        </button>
      )}
      {note?.kind === 'arrived' && note.href && (
        <a className={buttons.primary} href={note.href} onClick={onClose}>
          Go to it
        </a>
      )}
      {isSeen && (
        <button type="button" className={styles.close} onClick={onClose}>
          <span className="visually-hidden">Close this message</span>
          <span aria-hidden="true">×</span>
        </button>
      )}
    </div>
  );
};
