'use client';

import { useEffect } from 'react';
import { openProgress } from '@/lib/progress/client/progress-session';
import { findAnswer, visitorsAnswer } from '@/lib/progress/client/read-answer';
import { paintProgress } from './paint-progress';

/** Marks what the reader has read and solved in a list of lessons that is static. */
export const CourseProgress = () => {
  useEffect(() => {
    let isGone = false;
    const paint = async () => {
      const session = openProgress((await findAnswer()) ?? visitorsAnswer());
      if (!isGone) paintProgress(session.current(), session.labs);
    };
    void paint();
    const again = () => void paint();
    window.addEventListener('pageshow', again);
    return () => {
      isGone = true;
      window.removeEventListener('pageshow', again);
    };
  }, []);
  return null;
};
