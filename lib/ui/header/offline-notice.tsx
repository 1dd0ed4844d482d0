'use client';

import { useSyncExternalStore } from 'react';
import styles from './header.module.css';

const subscribe = (changed: () => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

/** Says that the connection is gone, for as long as it is. */
export const OfflineNotice = () => {
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status" className={styles.offline}>
      {isOnline
        ? null
        : 'You are offline. This page stays readable; the rest comes back with the connection.'}
    </div>
  );
};
