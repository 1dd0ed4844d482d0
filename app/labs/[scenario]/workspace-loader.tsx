'use client';

import dynamic from 'next/dynamic';
import styles from './lab-page.module.css';

/** The workspace needs a browser: nothing of it is rendered on the server, and nothing of it is in any other page. */
export const WorkspaceLoader = dynamic(() => import('./workspace').then((module) => module.Workspace), {
  ssr: false,
  loading: () => <p className={styles.loading}>Opening the workspace…</p>,
});
