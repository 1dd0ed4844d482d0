'use client';

import { useEffect, useState } from 'react';
import { fetchAgain } from '../fetch-again';
import styles from './header.module.css';

/** The site says what the link says and where it leads: this file is on every lesson, whose JavaScript is counted. */
type Shown = { id: string; label: string; href: string };

const readViewer = (answer: unknown): Shown | null => {
  if (typeof answer !== 'object' || answer === null || !('viewer' in answer)) return null;
  const { viewer } = answer;
  if (typeof viewer !== 'object' || viewer === null) return null;
  if (!('label' in viewer) || typeof viewer.label !== 'string') return null;
  if (!('href' in viewer) || typeof viewer.href !== 'string') return null;
  if (!('id' in viewer) || typeof viewer.id !== 'string') return null;
  return { id: viewer.id, label: viewer.label, href: viewer.href };
};

/** Whoever has just signed in, in whatever way, keeps what this browser kept before. */
const mergeKept = async ({ id }: Shown) => {
  const hasKept = Object.keys(localStorage).some((key) => /^mastery\.(progress|notes)/.test(key));
  if (hasKept) await (await import('./merge-kept')).mergeKept(id);
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
      if (!response.ok) return;
      const found = readViewer(await response.json());
      setViewer(found);
      if (found) await mergeKept(found);
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
    <a className={styles.viewer} href={viewer ? viewer.href : '/sign-in'}>
      {viewer ? viewer.label : 'Sign in'}
    </a>
  );
};
