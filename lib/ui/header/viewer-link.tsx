'use client';

import { useEffect, useState } from 'react';
import { fetchAgain } from '../fetch-again';
import styles from './header.module.css';

type Shown = { name: string; isGuest: boolean };

const readViewer = (answer: unknown): Shown | null => {
  if (typeof answer !== 'object' || answer === null || !('viewer' in answer)) return null;
  const { viewer } = answer;
  if (typeof viewer !== 'object' || viewer === null) return null;
  if (!('name' in viewer) || typeof viewer.name !== 'string') return null;
  return { name: viewer.name, isGuest: 'isGuest' in viewer && viewer.isGuest === true };
};

/**
 * Who is signed in. The page itself is static, so this asks after it is readable; until then, and when the answer
 * does not come, it offers to sign in.
 */
export const ViewerLink = () => {
  const [viewer, setViewer] = useState<Shown | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const ask = async () => {
      const response = await fetchAgain('/api/viewer', { signal: abort.signal });
      if (response.ok) setViewer(readViewer(await response.json()));
    };
    const refresh = () => {
      ask().catch(() => undefined);
    };
    refresh();
    window.addEventListener('pageshow', refresh);
    return () => {
      window.removeEventListener('pageshow', refresh);
      abort.abort();
    };
  }, []);
  return (
    <a className={styles.viewer} href={viewer ? '/account' : '/sign-in'}>
      {viewer ? viewer.name : 'Sign in'}
    </a>
  );
};
