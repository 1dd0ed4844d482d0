'use client';

import { useEffect, useRef, useState, type ReactNode } from 'react';

/** Fetches the questions of a lesson when their place comes near; until then, and without them, `children` leads to them. */
export const QuestionsIsland = ({ lesson, children }: { lesson: string; children: ReactNode }) => {
  const place = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(children);
  useEffect(() => {
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        import('@/lib/questions/client/lesson-questions')
          .then(({ loadLessonQuestions }) => loadLessonQuestions(lesson))
          .then(setShown, () => undefined);
      },
      { rootMargin: '900px' },
    );
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, [lesson]);
  return <div ref={place}>{shown}</div>;
};
