'use client';

import { useEffect, useState } from 'react';
import buttons from '@/lib/ui/button.module.css';
import { offlinePath } from '../kept-pages';
import { listKeptPaths, removeKeptPages } from './kept-paths';
import styles from './offline-lessons.module.css';

const askAgainMs = 3000;

type Listed = { href: string; title: string };
type Known = { path: string; kept: readonly Listed[] };

/** What of the course this device keeps; and, in place of a page that is missing, which one and what to do. */
export const OfflineLessons = ({ lessons }: { lessons: readonly Listed[] }) => {
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    let isShown = true;
    const look = async () => {
      const paths = await listKeptPaths().catch(() => new Set<string>());
      const kept = lessons.filter(({ href }) => paths.has(href));
      if (isShown) setKnown({ path: location.pathname, kept });
    };
    void look();
    // A browser may say that it is online before anything answers, so it is asked until it does.
    const again = async () => {
      if (location.pathname === offlinePath || !navigator.onLine) return;
      const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
      if (isShown && answer && answer.status < 500) location.reload();
    };
    const asking = setInterval(() => void again(), askAgainMs);
    const onOnline = () => void again();
    addEventListener('online', onOnline);
    return () => {
      isShown = false;
      clearInterval(asking);
      removeEventListener('online', onOnline);
    };
  }, [lessons]);

  const remove = async () => {
    if (!known) return;
    await removeKeptPages(known.kept.map(({ href }) => href));
    setKnown({ ...known, kept: [] });
  };
  const isMissing = known !== null && known.path !== offlinePath;
  return (
    <div className={styles.page}>
      <h1>{isMissing ? 'This page is not on your device' : 'Reading offline'}</h1>
      {isMissing && <Missing path={known.path} lessons={lessons} />}
      <h2>Lessons on this device</h2>
      {known === null ? (
        <p>
          Every lesson that you open is kept by this browser, and can be read again without a connection. The
          list needs JavaScript.
        </p>
      ) : (
        <Kept kept={known.kept} />
      )}
      {known !== null && !isMissing && known.kept.length > 0 && (
        <button type="button" className={buttons.secondary} onClick={() => void remove()}>
          Remove them from this device
        </button>
      )}
    </div>
  );
};

const Missing = ({ path, lessons }: { path: string; lessons: readonly Listed[] }) => {
  const lesson = lessons.find(({ href }) => href === path);
  return (
    <>
      <p>
        The site cannot be reached.{' '}
        {lesson ? `“${lesson.title}” was not opened in this browser before. ` : ''}
        {path.startsWith('/labs') ? 'Labs are real servers and need the connection. ' : ''}
        This page loads by itself when the connection is back; until then you can read on below.
      </p>
      <p>
        <a className={buttons.primary} href={path}>
          Try again
        </a>
      </p>
    </>
  );
};

const Kept = ({ kept }: { kept: readonly Listed[] }) =>
  kept.length === 0 ? (
    <p>
      None yet. Open a lesson while you are connected; it is then kept, with its figures, checks and the
      search.
    </p>
  ) : (
    <ul className={styles.list}>
      {kept.map(({ href, title }) => (
        <li key={href}>
          <a href={href}>{title}</a>
        </li>
      ))}
    </ul>
  );
