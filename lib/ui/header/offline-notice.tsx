'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { registerWorker } from '@/lib/offline/client/register-worker';
import styles from './header.module.css';

const subscribe = (changed: () => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

/** Says that the connection is gone, for as long as it is, and has the lessons kept that can be read then. */
export const OfflineNotice = () => {
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  useEffect(registerWorker, []);
  return (
    <div role="status" className={styles.offline}>
      {isOnline ? null : (
        <>
          You are offline. <a href="/offline">The lessons you opened</a> stay readable.
        </>
      )}
    </div>
  );
};
