'use client';

import { useEffect } from 'react';

/** How far below the window a check may be when its script is fetched: about a second of scrolling. */
const margin = '600px';

const load = () => import('@/lib/courses/enhance/enhance');

const onKey = ({ key }: KeyboardEvent) => {
  // Without the script a definition goes when the pointer or the focus leaves its word.
  if (key === 'Escape')
    load().then(
      ({ dismissDefinitions }) => dismissDefinitions(),
      () => undefined,
    );
};

/** Fetches the script for checks and copy buttons when the first of them comes near; most readers have read for a while by then. */
export const LessonEnhancer = () => {
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting || !(target instanceof HTMLElement)) continue;
          observer.unobserve(target);
          const again = () => observer.observe(target);
          // Without the script everything stays readable.
          load().then(
            ({ enhance }) => enhance(target),
            () => window.addEventListener('online', again, { once: true }),
          );
        }
      },
      { rootMargin: margin },
    );
    for (const element of document.querySelectorAll('[data-check], figure.code')) observer.observe(element);
    document.addEventListener('keydown', onKey);
    return () => {
      observer.disconnect();
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return null;
};
