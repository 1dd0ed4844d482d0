'use client';

import { useEffect } from 'react';
import { sendJson } from '@/lib/http/send-json';
import { askWhoAgain } from '@/lib/ui/header/ask-who-again';

/** Marks as read what this page shows, once a person has it in front: not when a browser fetches pages ahead or restores tabs. */
export const ReadHere = ({ ids }: { ids: readonly number[] }) => {
  const key = ids.join(' ');
  useEffect(() => {
    if (key === '') return;
    const read = async () => {
      if (document.visibilityState === 'hidden') return;
      document.removeEventListener('visibilitychange', read);
      const sent = await sendJson('POST', '/api/notifications/read', { ids: key.split(' ').map(Number) });
      if (sent.ok) askWhoAgain();
    };
    document.addEventListener('visibilitychange', read);
    void read();
    return () => document.removeEventListener('visibilitychange', read);
  }, [key]);
  return null;
};
