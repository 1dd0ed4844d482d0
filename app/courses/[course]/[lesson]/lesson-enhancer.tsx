'use client';

import { useEffect } from 'react';
import { dismissDefinitions } from '@/lib/courses/enhance/dismiss-definitions';

/** How far below the window a check may be when its script is fetched: about a second of scrolling. */
const margin = '600px';

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
          import('@/lib/courses/enhance/enhance').then(
            ({ enhance }) => enhance(target),
            () => window.addEventListener('online', again, { once: true }),
          );
        }
      },
      { rootMargin: margin },
    );
    for (const element of document.querySelectorAll('[data-check], figure.code')) observer.observe(element);
    document.addEventListener('keydown', dismissDefinitions);
    return () => {
      observer.disconnect();
      document.removeEventListener('keydown', dismissDefinitions);
    };
  }, []);
  return null;
};
