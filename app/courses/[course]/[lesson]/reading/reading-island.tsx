'use client';

import { useEffect } from 'react';

/** What a reader does with a lesson; the first of these fetches the script that answers to them. */
const signs = ['scroll', 'keydown', 'click', 'selectionchange', 'mastery:check'];

const hasKept = () => {
  try {
    return Object.keys(localStorage).some((key) => /^mastery\.(progress|notes)/.test(key));
  } catch {
    return false;
  }
};

/**
 * Asks once what the reader did before, and fetches the script for progress, notes and keys when there is something to show
 * or when the reader does something. `lesson` is `course/lesson`.
 */
export const ReadingIsland = ({ lesson }: { lesson: string }) => {
  useEffect(() => {
    const page = new AbortController();
    const waiting = new AbortController();
    const early: Event[] = [];
    const known = fetch(`/api/progress?lesson=${lesson}`, { signal: page.signal })
      .then((response): unknown => (response.ok ? response.json() : null))
      .catch(() => null);
    let script: Promise<void> | undefined;
    const start = (event?: Event) => {
      if (event) early.push(event);
      script ??= Promise.all([import('./start-reading'), known]).then(
        ([{ startReading }, answer]) => {
          waiting.abort();
          if (!page.signal.aborted) startReading({ lesson, answer, signal: page.signal, early });
        },
        // Without the script everything stays readable; the next sign tries again.
        () => (script = undefined),
      );
    };
    for (const sign of signs)
      document.addEventListener(sign, start, { signal: waiting.signal, passive: true });
    void known.then((answer) => {
      const hasMore = hasKept() || (typeof answer === 'object' && answer !== null && 'progress' in answer);
      // What was done before this ran left its mark.
      const hasBegun = scrollY > 0 || getSelection()?.isCollapsed === false;
      if ((hasMore || hasBegun) && !page.signal.aborted) start();
    });
    document.documentElement.dataset.reader = '';
    return () => {
      waiting.abort();
      page.abort();
    };
  }, [lesson]);
  return null;
};
